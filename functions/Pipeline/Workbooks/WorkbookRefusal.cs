namespace Pipeline.Workbooks;

/// <summary>Why a file is not read.</summary>
public enum WorkbookRefusal
{
    /// <summary>Something else altogether, or cut off on its way.</summary>
    NotAWorkbook,

    /// <summary>Excel 97-2003.</summary>
    LegacyXls,

    /// <summary>Protected by a password to open.</summary>
    Encrypted,

    /// <summary>The binary kind, .xlsb.</summary>
    Binary,

    /// <summary>Carries a macro.</summary>
    Macros,

    /// <summary>Draws on something outside itself: another workbook, DDE, an embedded object, a data connection.</summary>
    ExternalLinks,

    /// <summary>Beyond <see cref="WorkbookLimits"/>.</summary>
    TooLarge,

    /// <summary>A workbook, but damaged or contradicting itself.</summary>
    Corrupt,

    /// <summary>Not opened: the scan for malware found some in it.</summary>
    Infected,

    /// <summary>Not opened: the scan for malware came to no verdict.</summary>
    Unscanned,
}
