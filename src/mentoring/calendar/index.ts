export { type Calendar, type DatedMilestone, type Dates, datesOf, dayOf } from './dates.ts';
export { type Holiday, holidayOn, isRegion, worksOn } from './holidays.ts';
export { type Audience, AUDIENCES, type Part, type PartName, type Plan, type PlanMilestone, planSchema, type StageSpan } from './plan.ts';
export { type Dated, type Fault, resolve } from './resolve.ts';
export { TEMPLATE_NAMES, TEMPLATE_PLANS, type TemplateName } from './templates.ts';
export { civilIn, instantAt, nextSlot, plusDays, plusWorkingDays, isWorkingDay, daysBetween } from './working-time.ts';
