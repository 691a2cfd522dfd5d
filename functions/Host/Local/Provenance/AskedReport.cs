using System.CommandLine;
using Pipeline.Catalogue;
using Pipeline.Reports;
using Pipeline.Reports.Provenance;

namespace Host.Local.Provenance;

/// <summary>The report a question is about: a document, or the one that the returns of a folder give.</summary>
internal sealed class AskedReport(CatalogueFolder folder)
{
    private readonly Option<string?> document = new("--report") { Description = "A report as it was downloaded, also when edited since" };
    private readonly Option<string?> returns = new("--returns") { Description = "Instead of a report: a folder with the returns of the units" };
    private readonly Option<int?> year = new("--year") { Description = "Fiscal year of the returns; without it the newest there is" };

    public IEnumerable<Option> Options => [document, returns, year];

    /// <summary>The year's catalogue and where the report's numbers come from.</summary>
    /// <exception cref="CannotAnswerException">Neither is given, or both.</exception>
    public (YearCatalogue Catalogue, ReportProvenance Report) Provenance(ParseResult given) => Ask(
        given,
        (catalogue, docx) => (catalogue, ProvenancePart.Read(docx)),
        subject => (subject.Catalogue, ReportProvenance.Of(subject)));

    /// <summary>The year's catalogue and what its cells move.</summary>
    /// <exception cref="CannotAnswerException">Neither is given, or both.</exception>
    public (YearCatalogue Catalogue, CellReaches Reaches) Reaches(ParseResult given) => Ask(
        given,
        (catalogue, docx) => (catalogue, CellReaches.Of(catalogue, docx)),
        subject => (subject.Catalogue, CellReaches.Of(subject)));

    /// <summary>The catalogue of a year; of the newest without one.</summary>
    /// <exception cref="CannotAnswerException">There is none.</exception>
    public static YearCatalogue Catalogue(CatalogueFolder folder, int? wanted)
    {
        var years = folder.Years.ToList();
        var chosen = wanted ?? years.LastOrDefault();
        return years.Contains(chosen) ? folder.Read(chosen) : throw new CannotAnswerException($"没有{chosen}年度的报表制度，可选：{string.Join("、", years)}。");
    }

    private T Ask<T>(ParseResult given, Func<YearCatalogue, Stream, T> ofDocument, Func<ReportSubject, T> ofReturns)
    {
        var (docx, into) = (given.GetValue(document), given.GetValue(returns));
        if ((docx is null) == (into is null)) throw new CannotAnswerException("请给出 --report 报告文件，或 --returns 报表文件夹，二者取一。");
        if (into is not null)
        {
            var catalogue = Catalogue(folder, given.GetValue(year));
            return ofReturns(ReportSubject.Of(catalogue, ReturnsFolder.Read(catalogue, into)));
        }

        if (!File.Exists(docx)) throw new CannotAnswerException($"找不到文件 {docx}，请核对路径。");
        using var content = new MemoryStream(File.ReadAllBytes(docx));
        return ofDocument(Catalogue(folder, ProvenancePart.Read(content).Year), content);
    }
}
