namespace Pipeline.Returns;

/// <summary>How a cell of a return that is made comes to its value.</summary>
internal enum CellContent
{
    /// <summary>The row has no such value.</summary>
    None,

    /// <summary>Computed by Excel.</summary>
    Formula,

    /// <summary>Written by the template and locked.</summary>
    Given,

    /// <summary>The clerk's, filled or still blank.</summary>
    Typed,
}
