namespace Pipeline.Reports.Wording;

/// <summary>A stretch of printed text in one paragraph.</summary>
/// <param name="Text">As printed; <c>"\n"</c> alone is a forced line break.</param>
/// <param name="Figure">Id of the figure it prints, null for words.</param>
/// <param name="Strong">Emphasised by the template.</param>
/// <param name="Part">Which part of the figure: one of <see cref="FigurePart"/>.</param>
internal sealed record Piece(string Text, string? Figure = null, bool Strong = false, string Part = FigurePart.Full)
{
    /// <summary>A forced line break, as in a title of two lines.</summary>
    public static Piece LineBreak { get; } = new("\n");
}
