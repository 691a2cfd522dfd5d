using System.Text.RegularExpressions;
using Pipeline.Catalogue;

namespace Pipeline.Reports.Provenance;

/// <summary>Units and items as people name them → those of the catalogue.</summary>
public static partial class CellSearch
{
    /// <summary>Units by code, name or a part of it; several when it fits several.</summary>
    public static IReadOnlyList<Unit> Units(YearCatalogue catalogue, string text)
    {
        var units = catalogue.ReportingUnits.ToList();
        var wanted = text.Trim();
        return units.Where(u => u.Code == wanted || u.Name == wanted).ToList() is { Count: > 0 } exact ? exact
            : wanted.Length == 0 ? []
            : [.. units.Where(u => u.Name.Contains(wanted, StringComparison.Ordinal))];
    }

    /// <summary>Items by code, label, or a part of the label or of the name under which the report prints them; several when it fits several.</summary>
    /// <param name="catalogue">The year.</param>
    /// <param name="text">What to look for: <c>EI.INC.PREM</c>, <c>利息收入</c>, <c>保费</c>.</param>
    /// <param name="fund">Fund the item must be of: <c>EI</c>, <c>企保</c>, <c>WI</c>, <c>工伤</c>; null for any.</param>
    public static IReadOnlyList<Item> Items(YearCatalogue catalogue, string text, string? fund)
    {
        var wanted = text.Trim();
        var prefix = Prefix(fund);
        var items = catalogue.Forms.SelectMany(f => f.Items).Where(i => prefix is null || i.Code.StartsWith(prefix + '.', StringComparison.Ordinal)).ToList();
        if (items.Where(i => string.Equals(i.Code, wanted, StringComparison.OrdinalIgnoreCase)).ToList() is { Count: > 0 } coded) return coded;
        if (items.Where(i => Plain(i.Label) == wanted).ToList() is { Count: > 0 } labelled) return labelled;
        if (wanted.Length == 0) return [];
        var printed = catalogue.Figures.Where(f => f.Kind == FigureKind.Amount && f.Value is Catalogue.Expressions.Reference && f.Label.Contains(wanted, StringComparison.Ordinal))
            .Select(f => ((Catalogue.Expressions.Reference)f.Value).Code).ToHashSet();
        return [.. items.Where(i => printed.Contains(i.Code) || i.Label.Contains(wanted, StringComparison.Ordinal))];
    }

    /// <summary>Whether a fund is one there is.</summary>
    public static bool IsFund(string fund) => Prefix(fund) is not "";

    private static string? Prefix(string? fund) => fund?.Trim() switch
    {
        null => null,
        "EI" or "ei" or "企保" or "养老" or "企业养老" => "EI",
        "WI" or "wi" or "工伤" or "工伤保险" => "WI",
        _ => "",
    };

    /// <summary>The label without its number.</summary>
    private static string Plain(string label) => Numbering().Replace(label.Trim('　', ' '), "");

    [GeneratedRegex(@"^([一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\.|其中：)")]
    private static partial Regex Numbering();
}
