namespace Pipeline.Returns;

/// <summary>Where in a return a finding stands.</summary>
/// <param name="Sheet">Sheet name, or empty for the whole file.</param>
/// <param name="Cell">A1 address, or empty.</param>
/// <param name="Item">Item code, or empty.</param>
/// <param name="Label">What the clerk calls it, or empty.</param>
public sealed record Place(string Sheet, string Cell, string Item, string Label)
{
    /// <summary>The file as a whole.</summary>
    public static Place File { get; } = new("", "", "", "");

    /// <summary>A sheet as a whole.</summary>
    public static Place OfSheet(string sheet) => new(sheet, "", "", "");

    /// <summary>A cell that belongs to no item.</summary>
    public static Place OfCell(string sheet, string cell, string label = "") => new(sheet, cell, "", label);

    public override string ToString()
    {
        var cell = $"{Sheet} {Cell}".Trim();
        return Label.Length == 0 ? cell : $"{cell}（{Label}）";
    }
}
