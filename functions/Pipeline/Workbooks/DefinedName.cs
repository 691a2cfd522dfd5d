namespace Pipeline.Workbooks;

/// <summary>A name given to a reference, such as <c>Unit</c> for <c>封面!$C$4</c>.</summary>
/// <param name="Name">The name as written.</param>
/// <param name="Reference">The reference or formula, without a leading equals sign.</param>
/// <param name="Sheet">The sheet the name is confined to; null when it holds for the whole workbook.</param>
public sealed record DefinedName(string Name, string Reference, string? Sheet = null);
