namespace Pipeline.Reports.Wording;

/// <summary>A chart of bars that lie on their side.</summary>
/// <param name="Id">Its name for good: the chart in a document that staff saved in Word is known by it.</param>
/// <param name="Title">What it shows and what it says, with the unit.</param>
/// <param name="Description">One sentence for those who cannot see it: what it says, with its numbers.</param>
/// <param name="Categories">What the bars stand for, top to bottom.</param>
/// <param name="Series">At least one; each has a value for every category.</param>
internal sealed record Chart(string Id, string Title, string Description, IReadOnlyList<string> Categories, IReadOnlyList<ChartSeries> Series) : Block;

/// <summary>Bars of one kind.</summary>
/// <param name="Name">As in the legend.</param>
/// <param name="Values">One a category.</param>
internal sealed record ChartSeries(string Name, IReadOnlyList<ChartValue> Values);

/// <summary>A bar.</summary>
/// <param name="Figure">Id of the figure it shows.</param>
/// <param name="Number">The number as printed, without % or unit; null where there is none.</param>
internal sealed record ChartValue(string Figure, decimal? Number);
