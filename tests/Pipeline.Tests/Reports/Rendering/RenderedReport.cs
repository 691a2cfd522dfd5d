using System.Globalization;
using System.Xml.Linq;
using Pipeline.Reports;

namespace Pipeline.Tests.Reports.Rendering;

/// <summary>The sample report as LibreOffice lays it out: made once, looked at by several tests, deleted at the end.</summary>
/// <remarks>With <c>KEEP_PAGES</c> in the environment the folder it names receives the pages as PNG.</remarks>
public sealed class RenderedReport : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("report-pages-").FullName;

    /// <summary>What the machine lacks to render, null for nothing.</summary>
    public string? Lacking { get; } = Tool.Missing("soffice", "pdftoppm", "pdftotext", "pdffonts", "fc-list") is { Count: > 0 } missing
        ? $"Rendering is skipped: this machine has no {string.Join(", ", missing)} (LibreOffice, poppler-utils, fontconfig)."
        : null;

    internal byte[] Document { get; private set; } = [];

    /// <summary>Text of every page, in order.</summary>
    internal IReadOnlyList<string> Pages { get; private set; } = [];

    /// <summary>Width and height of every page and where its words begin and end, in points.</summary>
    internal IReadOnlyList<PageBoxes> Boxes { get; private set; } = [];

    /// <summary>Every page as a picture.</summary>
    internal IReadOnlyList<PagePicture> Pictures { get; private set; } = [];

    /// <summary>Lines of the table of fonts.</summary>
    internal IReadOnlyList<string> Fonts { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        if (Lacking is not null) return;
        Document = ReportDocument.Write(SampleReport.Subject);
        var docx = In("report.docx");
        await File.WriteAllBytesAsync(docx, Document, TestContext.Current.CancellationToken);
        // A profile of its own: an office that is open on the machine neither answers nor is disturbed.
        await Tool.RunAsync("soffice", $"-env:UserInstallation={new Uri(In("profile"))}", "--headless", "--convert-to", "pdf", "--outdir", folder, docx);
        var pdf = In("report.pdf");
        Pages = [.. (await Tool.RunAsync("pdftotext", "-layout", pdf, "-")).TrimEnd('\f').Split('\f')];
        Boxes = [.. XDocument.Parse(await Tool.RunAsync("pdftotext", "-bbox", pdf, "-")).Descendants().Where(e => e.Name.LocalName == "page").Select(PageBoxes.Of)];
        Fonts = [.. (await Tool.RunAsync("pdffonts", pdf)).Split('\n').Skip(2).Where(line => line.Length > 0)];
        await Tool.RunAsync("pdftoppm", "-png", "-gray", "-r", "60", pdf, In("page"));
        Pictures = [.. Directory.EnumerateFiles(folder, "page*.png").Order(StringComparer.Ordinal).Select(PagePicture.Read)];
        if (Environment.GetEnvironmentVariable("KEEP_PAGES") is { Length: > 0 } keep)
        {
            Directory.CreateDirectory(keep);
            File.Copy(docx, Path.Combine(keep, "report.docx"), overwrite: true);
            await Tool.RunAsync("pdftoppm", "-png", "-r", "100", pdf, Path.Combine(keep, "page"));
        }
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private string In(string name) => Path.Combine(folder, name);
}

/// <summary>A page's size and the words on it, in points from its upper left corner.</summary>
internal sealed record PageBoxes(double Width, double Height, IReadOnlyList<(string Text, double Left, double Top, double Right, double Bottom)> Words)
{
    public bool Landscape => Width > Height;

    public static PageBoxes Of(XElement page) => new(
        Number(page, "width"), Number(page, "height"),
        [.. page.Elements().Select(w => (w.Value, Number(w, "xMin"), Number(w, "yMin"), Number(w, "xMax"), Number(w, "yMax")))]);

    private static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
