using System.Globalization;
using Pipeline.Consolidation;
using Pipeline.Figures;

namespace Pipeline.Reports.Provenance;

/// <summary>Where every printed number of a report comes from: what its document carries, and what it can be asked for without the ledger.</summary>
/// <param name="Year">Fiscal year.</param>
/// <param name="Snapshot">What the report was made of.</param>
/// <param name="Catalogue">Version of the catalogue.</param>
/// <param name="Draft">Whether it is a 草稿.</param>
/// <param name="Figures">In the order of the report.</param>
/// <param name="Sources">The files it was made of, in order of unit code.</param>
/// <param name="Inputs">The cells that the formulas behind the figures add up, without a sign; those of <see cref="Elimination"/> are taken out in the 差额表.</param>
public sealed record ReportProvenance(
    int Year, string Snapshot, string Catalogue, bool Draft, IReadOnlyList<FigureProvenance> Figures, IReadOnlyList<SourceFile> Sources,
    IReadOnlyList<Contribution> Inputs)
{
    /// <summary>The unit code of what the consolidation takes out.</summary>
    public const string Elimination = "430000";

    /// <summary>Where what is taken out stands.</summary>
    public const string EliminationSheet = "差额表";

    /// <summary>The provenance of a report that is at hand.</summary>
    public static ReportProvenance Of(ReportSubject subject) => ProvenanceGathering.Gather(subject);

    /// <summary>A figure, or null when there is none of this id.</summary>
    public FigureProvenance? Find(string figure) => Figures.FirstOrDefault(f => f.Id == figure);
}

/// <summary>A printed number and the cells it is made of.</summary>
/// <param name="Id">Figure id.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="Section">Where it is printed first.</param>
/// <param name="Expression">The catalogue's expression.</param>
/// <param name="Node">7, 9 or a unit code.</param>
/// <param name="Raw">分, persons or things; null for a ratio and for what is missing.</param>
/// <param name="Number">As printed, without the unit.</param>
/// <param name="Unit">The unit printed behind it.</param>
/// <param name="Pinned">Whether 尾差 may not move it.</param>
/// <param name="Tail">How 尾差 moved it; null when it did not.</param>
/// <param name="Cells">Its cells; in a sum or difference with their sign.</param>
public sealed record FigureProvenance(
    string Id, string Name, string Section, string Expression, string Node, long? Raw, string Number, string Unit, bool Pinned, TailMove? Tail,
    IReadOnlyList<Contribution> Cells)
{
    /// <summary>Number and unit.</summary>
    public string Printed => Number + Unit;
}

/// <summary>A file that a report is made of.</summary>
/// <param name="Unit">Unit code.</param>
/// <param name="File">Its path among the uploads, <c>2023/430100/HNSB_2023_430100_v1.xlsx</c>.</param>
/// <param name="Submission">SHA-256, 64 hex digits.</param>
public sealed record SourceFile(string Unit, string File, string Submission)
{
    internal static SourceFile Of(Snapshot snapshot, SnapshotUnit unit) =>
        new(unit.Unit, string.Create(CultureInfo.InvariantCulture, $"{snapshot.Year}/{unit.Unit}/{unit.File}"), unit.Submission);
}
