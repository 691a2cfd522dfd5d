namespace Pipeline.Workbooks;

/// <summary>What a data validation asks for.</summary>
public enum ValidationKind
{
    /// <summary>Any number within the bounds.</summary>
    Number,

    /// <summary>A whole number within the bounds.</summary>
    Whole,

    /// <summary>One of a list.</summary>
    List,

    /// <summary>Whatever makes a formula true, written for the first cell of the first range.</summary>
    Custom,
}
