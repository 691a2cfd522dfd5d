using System.Text.RegularExpressions;
using Pipeline.Catalogue.Expressions;

namespace Pipeline.Catalogue;

/// <summary>Reads the rows of an annex: lists of cells, or a row that is printed under a condition or for every line of a register.</summary>
/// <remarks>
/// A cell <c>&lt;</c> belongs to the cell left of it, a cell <c>^</c> to the cell above; <c>|x|</c> stands in the middle of its cell,
/// <c>|x</c> on the left.
/// </remarks>
/// <param name="annex">The annex's number.</param>
/// <param name="columns">How many it has.</param>
/// <param name="items">The items there are.</param>
/// <param name="find">The full id of a figure as a cell names it, or null.</param>
/// <param name="dated">Puts in the year.</param>
internal sealed partial class AnnexRowReader(int annex, int columns, ItemIndex items, Func<string, string?> find, Func<string, string> dated)
{
    // Texts an annex's cell may take from elsewhere.
    private static readonly string[] Texts = ["GRADE", "EXEC.REASON"];

    public List<AnnexRow> Read(IReadOnlyList<DataNode> nodes)
    {
        var rows = new List<AnnexRow>();
        foreach (var node in nodes) rows.Add(ReadRow(node, rows.LastOrDefault()));
        return rows;
    }

    private AnnexRow ReadRow(DataNode node, AnnexRow? above)
    {
        if (node.IsList) return new AnnexRow(ReadCells(node, above, null));
        node.Only("when", "cells", "each", "where", "name", "figures", "merge", "sums");
        var when = node.Find("when") is { } condition ? Checked(condition) : null;
        if (node.Find("each") is null)
        {
            foreach (var key in new[] { "where", "name", "figures", "merge", "sums" })
                if (node.Find(key) is { } stray) throw stray.Wrong($"\"{key}\" belongs to a row for each line of a register");
            return new AnnexRow(ReadCells(node["cells"], above, null)) { When = when };
        }

        var each = ReadEach(node);
        return new AnnexRow(ReadCells(node["cells"], null, each)) { When = when, Each = each };
    }

    private AnnexEach ReadEach(DataNode node)
    {
        var form = node["each"].Text();
        if (items.FindForm(form)?.Register is not { } register) throw node["each"].Wrong($"there is no register {form}");
        var lines = node.List("figures").Select(f => AnnexFigureReader.Line(f, register, dated)).ToList();
        var merge = node.Find("merge")?.Int() ?? 0;
        if (merge < 0 || merge > columns) throw node["merge"].Wrong($"there are {columns} columns");
        var sums = node.Find("sums")?.Entries().ToDictionary(
            e => lines.Any(f => f.Id == e.Key) ? e.Key : throw e.Value.Wrong($"the line has no figure {e.Key}"),
            e => find(e.Value.Text()) ?? throw e.Value.Wrong($"there is no figure {e.Value.Text()}")) ?? [];
        var where = node.Find("where");
        if (where is not null) AnnexFigureReader.CheckColumns(where.Formula(), register, where);
        return new AnnexEach(form, where?.Formula(), node.Text("name"), lines, merge, sums);
    }

    private Expression Checked(DataNode node)
    {
        items.Check(node.Formula(), node);
        return node.Formula();
    }

    private List<AnnexCell> ReadCells(DataNode node, AnnexRow? above, AnnexEach? each)
    {
        var cells = node.List();
        if (cells.Count != columns) throw node.Wrong($"{columns} cells are expected, {cells.Count} are written");
        var read = new List<AnnexCell>();
        foreach (var cell in cells)
        {
            var column = read.Count;
            switch (cell.Text())
            {
                case "<" when column == 0:
                    throw cell.Wrong("there is no cell to the left");
                case "<":
                    read.Add(new AnnexCell("", AnnexJoin.Left));
                    break;
                case "^":
                    // Of lines of a register it is known only where they are joined that the cell above goes on.
                    if (above is null || above.Each?.Merge <= column || above.Cells[column].Join == AnnexJoin.Left) throw cell.Wrong("there is no cell above");
                    read.Add(new AnnexCell("", AnnexJoin.Above));
                    break;
                case var text:
                    read.Add(ReadCell(cell, text, each));
                    break;
            }
        }

        for (var column = 0; column < columns; column++)
        {
            // What is joined with the cell above is as wide as it.
            if (read[column].Join == AnnexJoin.Above && Width(read, column) != Width(above!.Cells, column))
                throw cells[column].Wrong("the cell above is of another width");
        }

        return read;
    }

    private static int Width(IReadOnlyList<AnnexCell> cells, int column) => 1 + cells.Skip(column + 1).TakeWhile(c => c.Join == AnnexJoin.Left).Count();

    private AnnexCell ReadCell(DataNode node, string written, AnnexEach? each)
    {
        AnnexPosition? position = (written.StartsWith('|'), written.Length > 1 && written.EndsWith('|')) switch
        {
            (true, true) => AnnexPosition.Centre,
            (true, false) => AnnexPosition.Left,
            (false, true) => AnnexPosition.Right,
            _ => null,
        };
        var text = Figures().Replace(dated(written.Trim('|')), match =>
        {
            var id = match.Groups[1].Value;
            if (each is not null && each.Figures.Any(f => f.Id == id)) return $"{{{{@{id}}}}}";
            return $"{{{{{find(id) ?? throw node.Wrong($"there is no figure {id} in annex {annex}")}}}}}";
        });
        foreach (Match match in Places().Matches(Figures().Replace(text, "").Replace("{{@", "{{", StringComparison.Ordinal)))
        {
            var name = match.Groups[1].Value;
            if (name.StartsWith("narrative:", StringComparison.Ordinal) || name == "NUMBER" && each is not null || match.Value.StartsWith("{{", StringComparison.Ordinal)) continue;
            if (Texts.Contains(name)) continue;
            if (each is null || items.FindForm(each.Form)!.Register!.Columns.All(c => c.Code != name)) throw node.Wrong($"{{{name}}} is not known here");
        }

        return new AnnexCell(text, AnnexJoin.None, position);
    }

    [GeneratedRegex(@"\{\{\s*([A-Z][A-Za-z0-9]*(?:\.[A-Za-z0-9]+)*)\s*\}\}")]
    private static partial Regex Figures();

    [GeneratedRegex(@"(?<!\{)\{([^{}]+)\}(?!\})")]
    private static partial Regex Places();
}
