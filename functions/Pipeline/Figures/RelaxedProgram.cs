using System.Numerics;

namespace Pipeline.Figures;

/// <summary>The same problem with 0 ≤ x ≤ 1: a dual simplex in whole numbers over one common denominator.</summary>
/// <remarks>
/// Everything at its own rounding (x = 0) is free but breaks some rows; each pivot repairs one row at the least price. Taking the
/// lowest-numbered broken row and the lowest-numbered of equally cheap columns (Bland) makes it end. A row's own slack is fixed at
/// zero, so once out of the basis its column is dead.
/// </remarks>
internal sealed class RelaxedProgram
{
    private const int Slack = -1;

    private readonly int _rows;
    private readonly int _columns;
    private readonly BigInteger[,] _tableau; // last row: reduced costs; last column: right side
    private readonly int[] _inRow; // the variable that is basic in a row, or Slack
    private readonly int[] _inColumn; // the variable at a bound in a column, or Slack when the column is dead
    private readonly bool[] _atOne; // by variable, while it is at a bound
    private readonly bool?[] _fixed;
    private BigInteger _scale = BigInteger.One;

    public RelaxedProgram(int[,] coefficients, long[] rightSide, BigInteger[] cost, bool?[] fixedValues)
    {
        (_rows, _columns, _fixed) = (rightSide.Length, cost.Length, fixedValues);
        _tableau = new BigInteger[_rows + 1, _columns + 1];
        for (var i = 0; i < _rows; i++)
        {
            for (var j = 0; j < _columns; j++) _tableau[i, j] = coefficients[i, j];
            _tableau[i, _columns] = rightSide[i];
        }

        for (var j = 0; j < _columns; j++) _tableau[_rows, j] = cost[j];
        _inRow = [.. Enumerable.Repeat(Slack, _rows)];
        _inColumn = [.. Enumerable.Range(0, _columns)];
        _atOne = [.. fixedValues.Select(v => v ?? false)];
    }

    /// <summary>Numerators of the cheapest x over one positive denominator, or null when no x meets the rows.</summary>
    public (BigInteger[] Values, BigInteger Scale)? Cheapest()
    {
        while (BrokenRow() is var (row, tooHigh))
        {
            var column = EnteringColumn(row, tooHigh);
            if (column < 0) return null;
            if (_inRow[row] != Slack) _atOne[_inRow[row]] = tooHigh;
            Pivot(row, column);
        }

        var values = new BigInteger[_columns];
        var atOne = ColumnsAtOne();
        foreach (var j in atOne) values[_inColumn[j]] = _scale;
        for (var i = 0; i < _rows; i++)
            if (_inRow[i] != Slack)
                values[_inRow[i]] = ValueOf(i, atOne);
        return (values, _scale);
    }

    private (int Row, bool TooHigh)? BrokenRow()
    {
        var atOne = ColumnsAtOne();
        (int Row, bool TooHigh)? broken = null;
        for (var i = 0; i < _rows; i++)
        {
            if (broken is var (first, _) && _inRow[first] <= _inRow[i]) continue;
            var value = ValueOf(i, atOne);
            var most = _inRow[i] == Slack ? BigInteger.Zero : _scale;
            if (value.Sign < 0 || value > most) broken = (i, value.Sign > 0);
        }

        return broken;
    }

    private int[] ColumnsAtOne() => [.. Enumerable.Range(0, _columns).Where(j => _inColumn[j] != Slack && _atOne[_inColumn[j]])];

    /// <summary>The basic variable of a row, times the scale.</summary>
    private BigInteger ValueOf(int row, int[] atOne)
    {
        var value = _tableau[row, _columns];
        foreach (var j in atOne) value -= _tableau[row, j];
        return value;
    }

    /// <summary>The column that can bring the row back at the least price, or −1.</summary>
    private int EnteringColumn(int row, bool tooHigh)
    {
        var best = -1;
        for (var j = 0; j < _columns; j++)
        {
            var variable = _inColumn[j];
            if (variable == Slack || _fixed[variable] is not null || _tableau[row, j].IsZero) continue;
            var lowersTheRow = _tableau[row, j].Sign > 0 != _atOne[variable];
            if (lowersTheRow != tooHigh) continue;
            if (best < 0 || ComparePrice(row, j, best) is var order && (order < 0 || (order == 0 && variable < _inColumn[best]))) best = j;
        }

        return best;
    }

    private int ComparePrice(int row, int column, int other) =>
        BigInteger.Abs(_tableau[_rows, column] * _tableau[row, other])
            .CompareTo(BigInteger.Abs(_tableau[_rows, other] * _tableau[row, column]));

    /// <summary>Exchanges the row's basic variable with the column's; every division is exact.</summary>
    private void Pivot(int row, int column)
    {
        var pivot = _tableau[row, column];
        var sign = pivot.Sign;
        var sameScale = BigInteger.Abs(pivot) == _scale; // then what the pivot's row or column has a zero for stays as it is
        int[] columns = [.. Enumerable.Range(0, _columns + 1).Where(j =>
            j != column && (j == _columns || _inColumn[j] != Slack) && !(sameScale && _tableau[row, j].IsZero))];
        for (var i = 0; i <= _rows; i++)
        {
            var factor = _tableau[i, column];
            if (i == row || (sameScale && factor.IsZero)) continue;
            foreach (var j in columns)
                _tableau[i, j] = sign * ((_tableau[i, j] * pivot) - (factor * _tableau[row, j])) / _scale;
            _tableau[i, column] = -sign * factor;
        }

        if (sign < 0)
            for (var j = 0; j <= _columns; j++)
                _tableau[row, j] = -_tableau[row, j];
        _tableau[row, column] = sign * _scale;
        _scale = BigInteger.Abs(pivot);
        (_inRow[row], _inColumn[column]) = (_inColumn[column], _inRow[row]);
    }
}
