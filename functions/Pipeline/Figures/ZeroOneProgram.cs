using System.Numerics;

namespace Pipeline.Figures;

/// <summary>Chooses x in {0,1}ⁿ of least cost with coefficients · x = right side, exactly: nothing is rounded.</summary>
/// <remarks>
/// Branch and bound over <see cref="RelaxedProgram"/>. Tables whose rows and columns add up are network matrices, whose relaxation is
/// already whole, so one relaxation is the rule and branching the exception.
/// </remarks>
/// <param name="coefficients">Constraints × variables; small integers.</param>
/// <param name="rightSide">One for every constraint.</param>
/// <param name="cost">One for every variable, positive.</param>
internal sealed class ZeroOneProgram(int[,] coefficients, long[] rightSide, BigInteger[] cost)
{
    // Far beyond what any page has needed; keeps a contrived one from taking for ever.
    private const int MostRelaxations = 500;

    private readonly bool?[] _fixed = new bool?[cost.Length];
    private bool[]? _best;
    private BigInteger _bestCost;
    private int _relaxations;

    /// <summary>The cheapest choice, or null when there is none (or none was found within the budget).</summary>
    public bool[]? Cheapest()
    {
        Search();
        return _best;
    }

    private void Search()
    {
        if (_relaxations++ >= MostRelaxations) return;
        if (new RelaxedProgram(coefficients, rightSide, cost, _fixed).Cheapest() is not var (values, scale)) return;
        var sum = values.Zip(cost, BigInteger.Multiply).Aggregate(BigInteger.Zero, BigInteger.Add);
        if (_best is not null && sum >= _bestCost * scale) return;
        var split = Array.FindIndex(values, v => !v.IsZero && v != scale);
        if (split < 0)
        {
            (_best, _bestCost) = ([.. values.Select(v => !v.IsZero)], sum / scale);
            return;
        }

        var nearer = values[split] * 2 > scale;
        foreach (var choice in new[] { nearer, !nearer })
        {
            _fixed[split] = choice;
            Search();
        }

        _fixed[split] = null;
    }
}
