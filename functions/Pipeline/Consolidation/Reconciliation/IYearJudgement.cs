using Pipeline.Returns;

namespace Pipeline.Consolidation.Reconciliation;

/// <summary>A rule over the returns of a year that no expression can say.</summary>
internal interface IYearJudgement
{
    /// <summary>Its number in the catalogue.</summary>
    string Rule { get; }

    /// <summary>What it finds, each finding with the unit whose return it stands in.</summary>
    IEnumerable<Finding> Judge(YearSubject year);
}
