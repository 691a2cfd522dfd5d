using System.Globalization;
using Pipeline.Returns;

namespace Pipeline.Rules.Judgements;

/// <summary>Filled in and received within the filling period; what comes after it is late.</summary>
internal sealed class FilingTime : IJudgement
{
    public string Rule => "R-C-11";

    public void Judge(RuleSubject subject, FindingList findings)
    {
        if (subject.Cover is not { } cover) return;
        var deadline = subject.Catalogue.Deadline;
        var last = DateOnly.FromDateTime(deadline.DateTime);
        var said = cover.Values.GetValueOrDefault("DATE", "");
        var dated = DateOnly.TryParseExact(said, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
        if (!dated || date < subject.Catalogue.FillFrom || date > last) Tell("填报日期", dated ? said : $"“{said}”");
        else if (subject.Circumstances.ReceivedAt is { } at && at > deadline)
            Tell("报送时间", at.ToOffset(deadline.Offset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));

        void Tell(string what, string value) => findings.Add(Rule, subject.Values.FormPlace("S00", "DATE"),
            ("时间", what), ("值", value), ("开始", Print(subject.Catalogue.FillFrom)), ("截止", Print(last)));
    }

    private static string Print(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
