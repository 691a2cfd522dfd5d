namespace Pipeline.Catalogue;

/// <summary>What a paragraph is in the document.</summary>
public enum TextRole
{
    Body,
    Title,

    /// <summary>一、</summary>
    Level1,

    /// <summary>（一）</summary>
    Level2,

    /// <summary>1.</summary>
    Level3,

    /// <summary>附件说明, first line: 附件：6.…</summary>
    Attachment,

    /// <summary>附件说明, the lines below.</summary>
    AttachmentNext,

    /// <summary>附件6, above the annex.</summary>
    AnnexMark,
    AnnexTitle,

    /// <summary>（2023年度）, below the title of an annex.</summary>
    AnnexSubtitle,

    /// <summary>单位：亿元, above a table.</summary>
    UnitLine,
    TableHead,
    TableText,
    AnnexHead,
    AnnexText,

    /// <summary>填表人：…, below the table of an annex.</summary>
    AnnexFoot,

    /// <summary>A paragraph that holds a chart.</summary>
    Chart,

    /// <summary>The paragraph Word needs behind a table.</summary>
    TableEnd,
    Draft,
    Header,
    PageNumberOdd,
    PageNumberEven,
}
