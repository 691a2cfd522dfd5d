using Pipeline.Catalogue.Expressions;

namespace Pipeline.Catalogue;

/// <summary>附录: charts and a table that set budget beside actual, and the units beside each other.</summary>
/// <param name="Enabled">Whether the report has it.</param>
/// <param name="Title">Printed title.</param>
/// <param name="Budgets">Charts of budget against actual.</param>
/// <param name="Shares">Charts of the units' shares.</param>
/// <param name="UnitsTitle">Title of the table of the units.</param>
/// <param name="Times">So many median absolute deviations are far.</param>
/// <param name="Least">Prefectures that must have a value before any is called far.</param>
/// <param name="Indicators">Columns of the table of the units.</param>
public sealed record ComparisonAppendix(
    bool Enabled, string Title, IReadOnlyList<BudgetComparison> Budgets, IReadOnlyList<ShareComparison> Shares,
    string UnitsTitle, decimal Times, int Least, IReadOnlyList<ComparedIndicator> Indicators)
{
    /// <summary>What stands above it, as 附件6 above an annex.</summary>
    public const string Mark = "附录";
}

/// <summary>调整后预算数 beside 决算数, item by item, in the numbers an annex prints.</summary>
/// <param name="Title">Title of the chart.</param>
/// <param name="Annex">Number of the annex.</param>
/// <param name="Total">The item all others add up to.</param>
/// <param name="Items">The items, in the order of their form.</param>
public sealed record BudgetComparison(string Title, int Annex, string Total, IReadOnlyList<string> Items)
{
    /// <summary>Id of the figure the annex prints for an item in a column.</summary>
    public string Figure(string item, string column) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"A{Annex}.{item}.{column}");
}

/// <summary>The units' shares in one amount or several.</summary>
public sealed record ShareComparison(string Title, IReadOnlyList<SharedAmount> Series);

/// <summary>An amount that units have shares in.</summary>
/// <param name="Id">Part of its figures' ids: <c>C.EI.PREM.SHARE.430100</c>.</param>
/// <param name="Caption">Printed name.</param>
/// <param name="Value">Over the items of one return.</param>
public sealed record SharedAmount(string Id, string Caption, Expression Value)
{
    /// <summary>Id of the figure of a unit.</summary>
    public string Figure(string unit) => $"C.{Id}.SHARE.{unit}";
}

/// <summary>A number every unit has, and its distance from the median.</summary>
/// <param name="Id">Part of its figures' ids: <c>C.EI.INC.RATE.430100</c>.</param>
/// <param name="Caption">Printed name.</param>
/// <param name="Kind">A ratio in %, or an amount per head.</param>
/// <param name="Value">The amount, or the ratio's first operand.</param>
/// <param name="Base">The ratio's second operand; null for an amount.</param>
/// <param name="Unit">Display unit of an amount, empty for a ratio.</param>
public sealed record ComparedIndicator(string Id, string Caption, FigureKind Kind, Expression Value, Expression? Base, string Unit)
{
    /// <summary>Id of the median's figure.</summary>
    public string Median => $"C.{Id}.MEDIAN";

    /// <summary>Id of the figure of the median absolute deviation.</summary>
    public string Spread => $"C.{Id}.MAD";

    /// <summary>Id of the figure of a unit.</summary>
    public string Figure(string unit) => $"C.{Id}.{unit}";

    /// <summary>Id of the figure of a unit's distance from the median.</summary>
    public string Deviation(string unit) => $"C.{Id}.{unit}.DEV";
}
