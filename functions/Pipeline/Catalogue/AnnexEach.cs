using Pipeline.Catalogue.Expressions;

namespace Pipeline.Catalogue;

/// <summary>A row of an annex that is printed for every line of a register.</summary>
/// <param name="Form">The form whose register it is, <c>S09</c>.</param>
/// <param name="Where">Which of its lines, over the register's columns; null for all.</param>
/// <param name="Name">Begins the ids of its figures: <c>IND</c> gives <c>A2.IND01.SCORE</c>.</param>
/// <param name="Figures">What each line prints as figures.</param>
/// <param name="Merge">How many columns, from the left, are joined with the row above where both print the same.</param>
/// <param name="SumsTo">Figure of the line → figure that all of them add up to.</param>
public sealed record AnnexEach(
    string Form, Expression? Where, string Name, IReadOnlyList<AnnexLineFigure> Figures, int Merge, IReadOnlyDictionary<string, string> SumsTo);

/// <summary>A figure of a repeated row.</summary>
/// <param name="Id">Last part of its id, <c>SCORE</c>.</param>
/// <param name="Label">Chinese name; <c>{LEVEL3}</c> is what the line says there.</param>
/// <param name="Kind">Amount, share, growth or text.</param>
/// <param name="Value">Over the register's columns, <c>CUR</c>; <c>score(SCORE)</c> is the score the line earns.</param>
/// <param name="Base">Second operand of a ratio.</param>
/// <param name="Unit">Display unit.</param>
public sealed record AnnexLineFigure(string Id, string Label, FigureKind Kind, Expression Value, Expression? Base, string Unit);

/// <summary>How an annex adds up to 100 points.</summary>
/// <param name="Form">The register of the indicators.</param>
/// <param name="Where">The annex's own lines.</param>
/// <param name="Execution">Of these the one for 预算执行率, which the money above it scores.</param>
/// <param name="Budget">全年预算数 (A).</param>
/// <param name="Actual">全年执行数 (B).</param>
/// <remarks>Gives the figures <c>EXEC.WEIGHT</c>, <c>EXEC.SCORE</c>, <c>TOTAL.WEIGHT</c>, <c>TOTAL.SCORE</c> and the texts <c>{EXEC.REASON}</c>, <c>{GRADE}</c>.</remarks>
public sealed record AnnexScoring(string Form, Expression Where, Expression Execution, Expression Budget, Expression Actual);
