using Pipeline.Returns;

namespace Pipeline.Consolidation;

/// <summary>The returns in force at one moment, whole: everything a report is made of, so an old report can always be made again.</summary>
/// <param name="Year">Fiscal year.</param>
/// <param name="Id">Hash of the vector (unit → submission) and the catalogue version; two equal vectors have one id.</param>
/// <param name="CatalogueVersion">Version of the catalogue it was made with.</param>
/// <param name="Units">Returns in force, in order of unit code.</param>
/// <param name="Missing">Codes of the units without a return in force (缺报), in order.</param>
public sealed record Snapshot(int Year, string Id, string CatalogueVersion, IReadOnlyList<SnapshotUnit> Units, IReadOnlyList<string> Missing);

/// <summary>One unit's part of a snapshot.</summary>
/// <param name="Unit">Unit code.</param>
/// <param name="Submission">SHA-256 of the uploaded file, 64 hex digits.</param>
/// <param name="File">Name of the uploaded file.</param>
/// <param name="Return">Its values.</param>
public sealed record SnapshotUnit(string Unit, string Submission, string File, Return Return);
