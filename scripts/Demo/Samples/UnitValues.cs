namespace Demo.Samples;

/// <summary>The values of one unit while they are completed: what was given is never changed.</summary>
internal sealed class UnitValues(string unit, IEnumerable<KeyValuePair<ValueKey, long>> given)
{
    private readonly Dictionary<(string Item, string Column), long> values =
        given.Where(v => v.Key.Unit == unit).ToDictionary(v => (v.Key.Item, v.Key.Column), v => v.Value);

    public string Unit => unit;

    public IReadOnlyDictionary<(string Item, string Column), long> All => values;

    /// <summary>A value; 0 where there is none.</summary>
    public long this[string item, string column = "CUR"] => values.GetValueOrDefault((item, column));

    public bool Has(string item, string column = "CUR") => values.ContainsKey((item, column));

    /// <summary>Fills a gap.</summary>
    public void Complete(string item, string column, long value) => values.TryAdd((item, column), value);

    /// <summary>Takes away what is computed from other values anyway.</summary>
    public void Forget(string item, string column) => values.Remove((item, column));

    /// <summary>A whole part of an amount, rounded down.</summary>
    public static long Part(long amount, long numerator, long denominator) => (long)((Int128)amount * numerator / denominator);
}
