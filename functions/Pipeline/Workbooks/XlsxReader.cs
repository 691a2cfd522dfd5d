namespace Pipeline.Workbooks;

/// <summary>
/// A workbook open for reading: the tabs and names are known, the cells of a sheet are streamed by <see cref="OpenSheet"/>. Not safe for use from
/// several threads at once.
/// </summary>
public sealed class XlsxReader : IDisposable
{
    private readonly PackageParts _parts;
    private readonly WorkbookOutline _outline;
    private readonly NumberFormats _formats;
    private readonly SharedStrings _strings;
    private readonly WorkbookLimits _limits;

    private XlsxReader(PackageParts parts, WorkbookLimits limits)
    {
        ForbiddenContent.Refuse(parts);
        _parts = parts;
        _limits = limits;
        _outline = WorkbookOutline.Read(parts, limits);
        _formats = NumberFormats.Read(parts, _outline.StylesPart, limits);
        _strings = new SharedStrings(parts, _outline.SharedStringsPart, limits);
    }

    /// <summary>Every tab in order, hidden ones and chart sheets included.</summary>
    public IReadOnlyList<SheetEntry> Sheets => _outline.Sheets;

    public IReadOnlyList<DefinedName> DefinedNames => _outline.DefinedNames;

    /// <summary>Opens a workbook and refuses what must not be read, before any cell.</summary>
    /// <param name="seekable">The file's bytes; left open, and needed until the reader is disposed.</param>
    /// <param name="limits">What reading may cost.</param>
    /// <exception cref="WorkbookRefusedException">The file cannot or must not be read.</exception>
    public static XlsxReader Open(Stream seekable, WorkbookLimits limits)
    {
        PackageParts? parts = null;
        try
        {
            parts = new PackageParts(seekable, limits);
            return new XlsxReader(parts, limits);
        }
        catch (Exception e)
        {
            parts?.Dispose();
            if (WorkbookRefusedException.IsCausedByBytes(e))
                throw WorkbookRefusedException.Corrupt("the package cannot be read", e);
            throw;
        }
    }

    /// <summary>Starts reading a sheet's cells.</summary>
    /// <param name="sheet">One of <see cref="Sheets"/>.</param>
    /// <exception cref="WorkbookRefusedException">The sheet's part cannot be read.</exception>
    public SheetReader OpenSheet(SheetEntry sheet)
    {
        try
        {
            return new SheetReader(_parts.Read(sheet.Part), sheet.Name, _formats, _strings, _outline.Starts1904, _limits);
        }
        catch (Exception e) when (WorkbookRefusedException.IsCausedByBytes(e))
        {
            throw WorkbookRefusedException.Corrupt($"the sheet {sheet.Name} cannot be read", e);
        }
    }

    public void Dispose() => _parts.Dispose();
}
