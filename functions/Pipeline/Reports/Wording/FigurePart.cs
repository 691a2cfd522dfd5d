namespace Pipeline.Reports.Wording;

/// <summary>The parts of a figure that a place of the report can print; attributes of the figure in the document's XML.</summary>
internal static class FigurePart
{
    /// <summary>Number and unit.</summary>
    public const string Full = "full";

    public const string Number = "number";

    public const string Unit = "unit";

    /// <summary>Number and unit without the sign, as in 减少3.94亿元.</summary>
    public const string Size = "size";
}
