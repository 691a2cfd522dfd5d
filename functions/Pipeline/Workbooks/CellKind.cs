namespace Pipeline.Workbooks;

/// <summary>What a cell holds, after its type attribute and its number format.</summary>
public enum CellKind
{
    /// <summary>No value; a formula whose result was not stored is blank too.</summary>
    Blank,
    Number,
    Text,
    Boolean,

    /// <summary>An error value such as <c>#REF!</c>.</summary>
    Error,

    /// <summary>A number shown as a date or a time of day, or an ISO 8601 date.</summary>
    Date,
}
