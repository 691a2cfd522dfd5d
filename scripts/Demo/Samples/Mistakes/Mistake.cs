using Pipeline.Catalogue;
using Pipeline.Returns;
using Pipeline.Rules;
using Pipeline.Workbooks;

namespace Demo.Samples.Mistakes;

/// <summary>One thing a clerk does wrong, and what must be told first about it.</summary>
/// <param name="Name">What was done, in a clause.</param>
/// <param name="Unit">Unit whose sample return it is done to.</param>
/// <param name="Rule">Rule of the first finding.</param>
/// <param name="Place">Where it points: form and cell, <c>S01 H9</c>; the form alone for a whole sheet; empty for the file.</param>
/// <param name="Cause">Cause it names, if any.</param>
internal sealed record Mistake(string Name, string Unit, string Rule, string Place, CauseKind? Cause = null)
{
    /// <summary>Done while filling in.</summary>
    public Func<Filling, Filling> Filled { get; init; } = filling => filling;

    /// <summary>Done to the workbook in Excel.</summary>
    public Func<WorkbookDraft, WorkbookDraft> Edited { get; init; } = draft => draft;

    /// <summary>Done to the file.</summary>
    public Func<byte[], byte[]> Saved { get; init; } = file => file;

    /// <summary>The file's name, when it is not the usual one.</summary>
    public string? FileName { get; init; }

    /// <summary>What the province knows beside the return, from the return as it should be.</summary>
    public Func<Filling, Circumstances>? Known { get; init; }

    /// <summary>The upload of the unit with the mistake in it.</summary>
    /// <param name="catalogue">The year.</param>
    /// <param name="sample">The unit's return as it should be.</param>
    public UploadFile Plant(YearCatalogue catalogue, Return sample)
    {
        var values = Filled(new Filling(catalogue, sample)).Values;
        using var file = new MemoryStream();
        XlsxWriter.Write(Edited(FilledReturn.Make(catalogue, catalogue.FindUnit(values.Unit)!, values)), file);
        return new UploadFile(Unit, FileName ?? $"HNSB_{catalogue.Year}_{Unit}_v1.xlsx", Saved(file.ToArray()));
    }

    /// <summary>The sheet that <see cref="Place"/> names, and the cell.</summary>
    public (string Sheet, string Cell) PlaceIn(YearCatalogue catalogue)
    {
        var parts = Place.Split(' ');
        return (parts[0].Length == 0 ? "" : catalogue.Form(parts[0]).Sheet, parts.ElementAtOrDefault(1) ?? "");
    }

    public override string ToString() => Name;
}
