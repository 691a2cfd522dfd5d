namespace Pipeline.Catalogue;

/// <summary>Reads <c>style.yaml</c>: every role has its style, and nothing is assumed that is not written.</summary>
internal static class StyleReader
{
    private static readonly Dictionary<string, TextPosition> Positions = new()
    {
        ["justified"] = TextPosition.Justified, ["left"] = TextPosition.Left, ["centre"] = TextPosition.Centre, ["right"] = TextPosition.Right,
    };

    /// <summary>The profile in force.</summary>
    public static StyleProfile Read(DataNode root)
    {
        root.Only("use", "profiles");
        var profiles = root["profiles"].Entries().Select(e => ReadProfile(e.Key, e.Value)).ToDictionary(p => p.Name);
        return root["use"].OneOf(profiles);
    }

    private static StyleProfile ReadProfile(string name, DataNode node)
    {
        node.Only("page", "sizes", "fonts", "latin", "roles", "table", "title_breaks");
        var sizes = node["sizes"].Entries().ToDictionary(e => e.Key, e => Positive(e.Value));
        var fonts = node["fonts"].Entries().ToDictionary(e => e.Key, e => ReadFont(e.Value));
        var roles = node["roles"];
        var all = Enum.GetValues<TextRole>();
        roles.Only([.. all.Select(Key)]);
        var styles = all.Select(role => ReadStyle(role, roles[Key(role)], fonts, sizes)).ToList();
        // Word takes the second of two styles with one id, or refuses the file.
        if (styles.GroupBy(s => s.Id).FirstOrDefault(g => g.Count() > 1) is { } twice) throw roles.Wrong($"the style {twice.Key} is given to two roles");
        var table = node["table"].Only("rule", "margin", "annex_margin");
        return new StyleProfile(
            name, ReadPage(node["page"]), node["latin"].OneOf(fonts).Font, [.. fonts.Values], styles,
            Positive(table["rule"]), Positive(table["margin"]), Positive(table["annex_margin"]), node.Texts("title_breaks"));
    }

    private static PageGeometry ReadPage(DataNode node)
    {
        node.Only("width", "height", "top", "bottom", "left", "right", "header", "number", "lines", "characters");
        return new PageGeometry(
            Positive(node["width"]), Positive(node["height"]), Positive(node["top"]), Positive(node["bottom"]), Positive(node["left"]),
            Positive(node["right"]), Positive(node["header"]), Positive(node["number"]), Count(node["lines"]), Count(node["characters"]));
    }

    private static (string Font, string? Alternative) ReadFont(DataNode node)
    {
        node.Only("name", "otherwise");
        return (node.Text("name"), node.Find("otherwise")?.Text());
    }

    private static TextStyle ReadStyle(
        TextRole role, DataNode node, Dictionary<string, (string Font, string? Alternative)> fonts, Dictionary<string, decimal> sizes)
    {
        node.Only("id", "name", "font", "latin", "size", "at", "first", "left", "right", "line", "before", "after", "bold", "keep_next", "new_page", "outline");
        return new TextStyle(role, node.Text("id"), node.Text("name"), node["font"].OneOf(fonts).Font, node["size"].OneOf(sizes))
        {
            Latin = node.Find("latin")?.OneOf(fonts).Font,
            Position = node["at"].OneOf(Positions),
            FirstLine = node.Find("first")?.Decimal() ?? 0,
            Left = node.Find("left")?.Decimal() ?? 0,
            Right = node.Find("right")?.Decimal() ?? 0,
            LinePoints = node.Find("line") is { } line ? Positive(line) : null,
            Before = node.Find("before")?.Decimal() ?? 0,
            After = node.Find("after")?.Decimal() ?? 0,
            Bold = node.Flag("bold"),
            KeepNext = node.Flag("keep_next"),
            PageBreakBefore = node.Flag("new_page"),
            Outline = node.Find("outline")?.Int(),
        };
    }

    /// <summary>PageNumberOdd is written page_number_odd.</summary>
    private static string Key(TextRole role) =>
        string.Concat(role.ToString().Select((c, i) => char.IsAsciiLetterUpper(c) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(c) : c.ToString()));

    private static decimal Positive(DataNode node) => node.Decimal() is > 0 and var value ? value : throw node.Wrong("a length above zero is expected");

    private static int Count(DataNode node) => node.Int() is > 0 and var value ? value : throw node.Wrong("a number above zero is expected");
}
