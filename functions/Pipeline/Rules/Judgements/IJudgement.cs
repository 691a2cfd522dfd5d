using Pipeline.Returns;

namespace Pipeline.Rules.Judgements;

/// <summary>A rule no expression can say.</summary>
internal interface IJudgement
{
    /// <summary>Its number in the catalogue.</summary>
    string Rule { get; }

    /// <summary>Adds what it finds.</summary>
    void Judge(RuleSubject subject, FindingList findings);
}
