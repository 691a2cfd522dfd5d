using Pipeline.Returns;

namespace Pipeline.Rules.Judgements;

/// <summary>A return sent again because it was sent back names the ticket that sent it back.</summary>
internal sealed class TicketNumber : IJudgement
{
    /// <summary>报送类型 of such a return.</summary>
    public const string SentBack = "退回重报";

    public string Rule => "R-C-07";

    public void Judge(RuleSubject subject, FindingList findings)
    {
        var known = subject.Circumstances;
        if (subject.Cover is not { } cover || known.IsOutdated) return;
        var type = cover.Values.GetValueOrDefault("TYPE", "");
        if (type != SentBack)
        {
            // Under another type it would settle the ticket without naming it, even unchanged.
            if (known.Ticket is { } open)
                findings.Add(Rule, subject.Values.FormPlace("S00", "TYPE"),
                    ("实际", $"报送类型“{type}”"), ("应为", $"报送类型“{SentBack}”、退回单号{open.Number}"));
            return;
        }

        var said = cover.Values.GetValueOrDefault("TICKET", "");
        // Before an upload the open ticket is not known: that some number is there is all that can be asked.
        var valid = known.Ticket is { } ticket ? said == ticket.Number : known.ReceivedAt is null && said.Length > 0;
        if (valid) return;
        findings.Add(Rule, subject.Values.FormPlace("S00", "TICKET"),
            ("实际", said.Length == 0 ? ValuePrint.Nothing : said), ("应为", known.Ticket?.Number ?? "（没有未办结的退回单）"));
    }
}
