export { civilIn, instantAt, nextSlot, plusDays, plusWorkingDays, isWorkingDay, daysBetween } from './working-time.ts';
