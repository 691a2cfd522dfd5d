namespace Pipeline.Figures;

/// <summary>The unit a figure is printed in, and how many raw units (分 for money, else single heads or things) make one.</summary>
internal sealed record DisplayScale
{
    private DisplayScale(string unit, long rawPerUnit, bool isMoney) =>
        (Unit, RawPerUnit, IsMoney, RawPerValue) = (unit, rawPerUnit, isMoney, isMoney ? 100 : 1);

    public static DisplayScale Yuan { get; } = new("元", 100, true);
    public static DisplayScale TenThousandYuan { get; } = new("万元", 1_000_000, true);
    public static DisplayScale HundredMillionYuan { get; } = new("亿元", 10_000_000_000, true);
    public static DisplayScale Persons { get; } = new("人", 1, false);
    public static DisplayScale TenThousandPersons { get; } = new("万人", 10_000, false);
    public static DisplayScale TenThousandFirms { get; } = new("万家", 10_000, false);

    /// <summary>分值 and 得分, kept in hundredths of a point.</summary>
    public static DisplayScale Points { get; } = new("分", 100, false) { RawPerValue = 100 };

    private static readonly DisplayScale[] Named =
    [
        Points, Yuan, TenThousandYuan, HundredMillionYuan, Persons, TenThousandPersons, TenThousandFirms,
        new("万", 10_000, false), .. new[] { "个", "条", "名", "家", "年", "㎡", "%" }.Select(Count),
    ];

    public string Unit { get; }

    public long RawPerUnit { get; }

    /// <summary>How many raw units one has in the workbook: 100 分 in a 元, 100 hundredths in a point, else 1.</summary>
    public long RawPerValue { get; private init; }

    /// <summary>True when the raw number is in 分; a figure must not be scaled as money when it counts heads, nor the reverse.</summary>
    public bool IsMoney { get; }

    /// <summary>Things counted one by one: 个, 条, 名, 家.</summary>
    public static DisplayScale Count(string measureWord) => new(measureWord, 1, false);

    /// <summary>The scale the catalogue names, or null: a misspelt unit must not pass for a plain count.</summary>
    public static DisplayScale? Find(string unit) => Array.Find(Named, s => s.Unit == unit);

    /// <summary>人 below ten thousand, 万人 from there on.</summary>
    public static DisplayScale ForPersons(long persons) => Math.Abs((decimal)persons) < 10_000m ? Persons : TenThousandPersons;

    /// <summary>The raw number in this unit, with every decimal it has.</summary>
    public decimal Exact(long raw) => raw / (decimal)RawPerUnit;

    /// <summary>The raw number in this unit as it would be printed on its own, without the unit.</summary>
    public string Print(long raw) => Rounding.Print(Exact(raw));
}
