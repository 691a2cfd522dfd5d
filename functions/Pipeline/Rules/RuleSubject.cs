using Pipeline.Catalogue;
using Pipeline.Returns;

namespace Pipeline.Rules;

/// <summary>A return as a rule that code judges sees it.</summary>
/// <param name="Catalogue">The year.</param>
/// <param name="Return">The return.</param>
/// <param name="Kind">What kind of unit files it.</param>
/// <param name="Values">Its values in workbook units.</param>
/// <param name="Circumstances">What is known beside it.</param>
internal sealed record RuleSubject(YearCatalogue Catalogue, Return Return, UnitKind Kind, ReturnValues Values, Circumstances Circumstances)
{
    /// <summary>The cover as read; null when there is none.</summary>
    public RegisterLine? Cover => Values.Lines("S00").FirstOrDefault();
}
