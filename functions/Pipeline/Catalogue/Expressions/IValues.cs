namespace Pipeline.Catalogue.Expressions;

/// <summary>What references and calls mean where an expression is evaluated.</summary>
public interface IValues
{
    /// <summary>The value of a reference in workbook units (元, persons); null when there is none.</summary>
    decimal? Number(Reference reference);

    /// <summary>The text of a reference; null when there is none.</summary>
    string? Text(Reference reference);

    /// <summary>The value of a call this place knows and the language itself does not; null when there is none.</summary>
    /// <exception cref="NotSupportedException">The function is not known here.</exception>
    decimal? Call(Call call);
}
