namespace Pipeline.Catalogue;

/// <summary>Reads <c>columns.yaml</c> and <c>forms/*.yaml</c>.</summary>
internal static class FormReader
{
    private static readonly Dictionary<string, FormScope> Scopes = new() { ["all"] = FormScope.Everyone, ["provincial"] = FormScope.Provincial };

    private static readonly Dictionary<string, ItemKind> Kinds = new()
    {
        ["I"] = ItemKind.Input, ["F"] = ItemKind.Formula, ["O"] = ItemKind.OfWhich,
    };

    private static readonly Dictionary<string, Measure> MeasureOf = new()
    {
        ["元"] = Measure.Money, ["人"] = Measure.Count, ["户"] = Measure.Count, ["家"] = Measure.Count, ["个"] = Measure.Count, ["㎡"] = Measure.Count,
        ["条"] = Measure.Count, ["名"] = Measure.Count, ["年"] = Measure.Count, ["%"] = Measure.Count, ["‰"] = Measure.Rate,
    };

    private static readonly Dictionary<string, ColumnKind> ColumnKinds = new()
    {
        ["line"] = ColumnKind.Line, ["code"] = ColumnKind.Code, ["label"] = ColumnKind.Label, ["measure"] = ColumnKind.Measure,
        ["value"] = ColumnKind.Value, ["derived"] = ColumnKind.Derived, ["text"] = ColumnKind.Text,
    };

    private static readonly Dictionary<string, RegisterKind> RegisterKinds = new()
    {
        ["text"] = RegisterKind.Text, ["money"] = RegisterKind.Money, ["number"] = RegisterKind.Number, ["date"] = RegisterKind.Date,
    };

    public static IReadOnlyDictionary<string, IReadOnlyList<Column>> ReadColumnSets(DataNode root) =>
        root.Entries().ToDictionary(e => e.Key, e => (IReadOnlyList<Column>)[.. e.Value.List().Select(ReadColumn)]);

    public static Form Read(DataNode root, IReadOnlyDictionary<string, IReadOnlyList<Column>> columnSets)
    {
        root.Only("code", "sheet", "title", "number", "scope", "measure", "columns", "items", "register", "fields");
        IReadOnlyList<Column> columns = [];
        if (root.Find("columns") is { } name)
            columns = columnSets.TryGetValue(name.Text(), out var set) ? set : throw name.Wrong($"columns.yaml has no set \"{name.Text()}\"");

        var measure = root.Text("measure", "元");
        return new Form(
            root.Text("code"), root.Text("sheet"), root.Text("title"), root.Text("number"), root["scope"].OneOf(Scopes), measure, columns,
            [.. root.List("items").Select((node, index) => ReadItem(node, Form.FirstItemRow + index, columns, measure))],
            root.Find("register") is { } register ? ReadRegister(register) : null,
            [.. root.List("fields").Select(ReadField)]);
    }

    /// <summary>Items speak of items of other rows, so this is checked once all forms are read.</summary>
    public static void CheckFormulas(IEnumerable<DataNode> roots, ItemIndex items)
    {
        foreach (var node in roots.SelectMany(root => root.List("items")))
        {
            if (node.Find("carries") is { } carries) items.Known(carries);
            if (node.Find("formula") is null) continue;
            var (form, item) = items.Find(node.Text("code"))!.Value;
            foreach (var column in form.ValueColumns.Where(c => item.Has(c.Code)))
                items.Check(item.Formula!, node["formula"], column.Code);
        }
    }

    private static Column ReadColumn(DataNode node)
    {
        node.Only("code", "letter", "caption", "kind", "formula", "format", "width");
        return new Column(
            node.Text("code"), node.Text("letter"), node.Text("caption"), node["kind"].OneOf(ColumnKinds), node.Find("formula")?.Formula(),
            node.Text("format", "General"), node["width"].Int());
    }

    private static Item ReadItem(DataNode node, int row, IReadOnlyList<Column> columns, string measure)
    {
        node.Only("code", "label", "kind", "unit", "formula", "columns", "only", "carries");
        var kind = node["kind"].OneOf(Kinds);
        var formula = node.Find("formula")?.Formula();
        if (kind == ItemKind.Formula != formula is not null) throw node.Wrong("F rows, and only they, have a formula");
        foreach (var column in node.List("columns"))
        {
            if (columns.All(c => c.Code != column.Text())) throw column.Wrong($"the form has no column {column.Text()}");
        }

        var unit = node.Text("unit", measure);
        if (!MeasureOf.TryGetValue(unit, out var counted)) throw node.Wrong($"\"{unit}\" is no unit of measure");
        var only = node.Text("only", "");
        if (only is not ("" or "provincial")) throw node["only"].Wrong("only \"provincial\" is known");
        return new Item(
            node.Text("code"), node.Text("label"), row, kind, counted, unit, formula,
            node.Find("columns") is null ? null : node.Texts("columns"), only == "provincial")
        {
            Carries = node.Find("carries")?.Text(),
        };
    }

    private static Register ReadRegister(DataNode node)
    {
        node.Only("caption_row", "lines", "columns");
        return new Register(node["caption_row"].Int(), node["lines"].Int(), [.. node["columns"].List().Select(ReadRegisterColumn)]);
    }

    private static RegisterColumn ReadRegisterColumn(DataNode node)
    {
        node.Only("code", "letter", "caption", "kind", "required", "choices", "width");
        return new RegisterColumn(
            node.Text("code"), node.Text("letter"), node.Text("caption"), node["kind"].OneOf(RegisterKinds), node.Flag("required"),
            node.Texts("choices"), node["width"].Int());
    }

    private static CoverField ReadField(DataNode node)
    {
        node.Only("code", "cell", "label", "kind", "choices", "given");
        return new CoverField(
            node.Text("code"), node.Text("cell"), node.Text("label"), node["kind"].OneOf(RegisterKinds), node.Texts("choices"),
            node.Flag("given"));
    }
}
