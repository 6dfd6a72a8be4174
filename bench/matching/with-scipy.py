# SciPy's answer to one assignment question, for comparison. Reads binary from standard input, writes one line of JSON.
#
# Words of 32 bits first: kind (0 dense, 1 sparse), rows, columns, entries, repeats. Then, all as 32-bit integers:
# dense: the costs row by row; sparse: for each row where its entries begin (rows + 1), the columns, the costs.
import json
import resource
import sys
import time

import numpy
import scipy
from scipy.optimize import linear_sum_assignment
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

kind, rows, columns, entries, repeats = numpy.frombuffer(sys.stdin.buffer.read(20), dtype=numpy.int32).tolist()
read = lambda count: numpy.frombuffer(sys.stdin.buffer.read(4 * count), dtype=numpy.int32)
if kind == 0:
    matrix = read(rows * columns).reshape(rows, columns).astype(numpy.float64)
    solve = linear_sum_assignment
else:
    first, column, cost = read(rows + 1), read(entries), read(entries)
    # SciPy takes a stored zero for a missing pair.
    matrix = csr_matrix((cost.astype(numpy.float64) + 1, column, first), shape=(rows, columns))
    solve = min_weight_full_bipartite_matching

best = float("inf")
for _ in range(repeats):
    start = time.perf_counter()
    row, chosen = solve(matrix)
    best = min(best, time.perf_counter() - start)
if kind == 0:
    value = int(matrix[row, chosen].sum())
else:
    value = int(matrix[row, chosen].sum()) - rows
print(json.dumps({
    "ms": best * 1000,
    "value": value,
    "peakMB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    "version": scipy.__version__,
}))
