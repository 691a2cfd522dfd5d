namespace Pipeline.Reports.Proof;

/// <summary>A content control with a tag, and where in the part's characters its text stands.</summary>
/// <param name="Tag">Figure id.</param>
/// <param name="Part">Part of the figure it is bound to; empty when it does not say.</param>
/// <param name="Texts">Its texts that a reader sees, one a run.</param>
/// <param name="Holds">What else there is in it.</param>
internal sealed record WordControl(string Tag, string Part, IReadOnlyList<WordText> Texts, ControlContent Holds)
{
    /// <summary>What a reader sees in it.</summary>
    public string Text => string.Concat(Texts.Select(t => t.Text));

    /// <summary>The line it stands in, and where; null in a comment's or a fallback's shadow, or when nothing of it is seen.</summary>
    public (PrintedLine Line, int At)? Place { get; init; }
}

/// <summary>The text of one run.</summary>
/// <param name="From">Where the content of the element <c>t</c> begins; of an empty element the slash of its tag.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Text">As read.</param>
/// <param name="EmptyTag">Name of an element written as <c>&lt;w:t/&gt;</c>, null for one with an end tag.</param>
internal sealed record WordText(int From, int To, string Text, string? EmptyTag);

/// <summary>What a control holds besides its text.</summary>
[Flags]
internal enum ControlContent
{
    Text = 0,

    /// <summary>Something printed that is no text: a break, a tab, a picture.</summary>
    Other = 1,

    /// <summary>Another control with a tag.</summary>
    Control = 2,

    /// <summary>Text tracked as deleted or moved away.</summary>
    Deleted = 4,
}
