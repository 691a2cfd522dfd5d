namespace Pipeline.Catalogue;

/// <summary>What a raw <see cref="long"/> of an item counts. Every amount is stored as <c>value × 10^Decimals</c>.</summary>
public enum Measure
{
    /// <summary>元 in the workbook, 分 in the ledger.</summary>
    Money,

    /// <summary>Persons, firms, posts, places: whole and never negative.</summary>
    Count,

    /// <summary>‰ or %, as a ratio the server computes: hundredths of the printed unit.</summary>
    Rate,
}

/// <summary>Facts about a <see cref="Measure"/>.</summary>
public static class Measures
{
    /// <summary>Decimal places a cell of this measure may have.</summary>
    public static int Decimals(this Measure measure) => measure == Measure.Count ? 0 : 2;

    /// <summary>Raw units in one workbook unit: 100 分 in a 元, 1 person in a person.</summary>
    public static long Scale(this Measure measure) => measure == Measure.Count ? 1 : 100;
}
