using System.Globalization;
using Pipeline.Returns;

namespace Pipeline.Rules.Judgements;

/// <summary>The very bytes were taken before, for another unit or year.</summary>
internal sealed class SameFile : IJudgement
{
    public string Rule => "R-D-01";

    public void Judge(RuleSubject subject, FindingList findings)
    {
        if (subject.Circumstances.SameFile is not { } earlier) return;
        var at = earlier.At.ToOffset(subject.Catalogue.Deadline.Offset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        var unit = subject.Catalogue.FindUnit(earlier.Unit)?.Name ?? earlier.Unit;
        findings.Add(Rule, Place.File, ("时间", at), ("单位", unit), ("年度", earlier.Year.ToString(CultureInfo.InvariantCulture)));
    }
}
