namespace Pipeline.Figures;

/// <summary>How firmly a printed number keeps its own rounding when an identity on the page does not add up.</summary>
internal enum TailRole
{
    /// <summary>Derived from numbers printed beside it (增减额): the first to give way.</summary>
    Difference,

    /// <summary>One of the parts of a total.</summary>
    Item,

    /// <summary>收支结余: gives way to the totals it is the difference of, not to the items.</summary>
    Balance,

    /// <summary>合计, 小计, 期末滚存结余: moves only where an identity would otherwise stay broken.</summary>
    Total,

    /// <summary>Also printed elsewhere, or quoted: never moves.</summary>
    Pinned,
}
