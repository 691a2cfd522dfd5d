using System.Globalization;
using Pipeline.Returns;

namespace Pipeline.Consolidation.Reconciliation;

/// <summary>Transfers of one fund and one way between a prefecture and 省本级, as the 往来明细 of both say.</summary>
/// <param name="Fund">EI or WI.</param>
/// <param name="Upward">上解; otherwise 补助.</param>
/// <param name="Unit">The prefecture.</param>
/// <param name="Own">Its lines.</param>
/// <param name="Provincial">The lines of 省本级 about it.</param>
internal sealed record TransferPair(
    string Fund, bool Upward, string Unit, IReadOnlyList<TransferLine> Own, IReadOnlyList<TransferLine> Provincial)
{
    private const string Form = "S05";

    private VoucherMatch? match;

    /// <summary>元 in the prefecture's return.</summary>
    public decimal OwnTotal => Own.Sum(l => l.Amount);

    /// <summary>元 in the return of 省本级.</summary>
    public decimal ProvincialTotal => Provincial.Sum(l => l.Amount);

    /// <summary>The lines of both sides, voucher by voucher.</summary>
    public VoucherMatch Match => match ??= VoucherMatch.Of(Own, Provincial);

    /// <summary>The item whose cell the prefecture books it in.</summary>
    public string OwnItem => Upward ? $"{Fund}.EXP.TOUPPER" : $"{Fund}.INC.FROMUPPER";

    /// <summary>The item whose cell 省本级 books it in.</summary>
    public string ProvincialItem => Upward ? $"{Fund}.INC.FROMLOWER" : $"{Fund}.EXP.TOLOWER";

    /// <summary>All pairs of which both sides have reported and at least one has a line.</summary>
    public static IReadOnlyList<TransferPair> Of(YearSubject year)
    {
        var centre = year.Catalogue.ProvincialUnit.Code;
        if (year.Values(centre) is not { } provincial) return [];
        var theirs = provincial.Lines(Form).Select(TransferLine.Read).OfType<TransferLine>().ToLookup(l => (l.Fund, l.Direction, l.Peer));
        var pairs = new List<TransferPair>();
        foreach (var unit in year.Prefectures)
        {
            var ours = year.Values(unit)!.Lines(Form).Select(TransferLine.Read).OfType<TransferLine>().ToLookup(l => (l.Fund, l.Direction, l.Peer));
            foreach (var fund in (string[])["EI", "WI"])
            {
                foreach (var (upward, own, other) in new[] { (true, "上解上级", "下级上解"), (false, "上级补助", "补助下级") })
                {
                    var pair = new TransferPair(fund, upward, unit, [.. ours[(fund, own, centre)]], [.. theirs[(fund, other, unit)]]);
                    if (pair.Own.Count + pair.Provincial.Count > 0) pairs.Add(pair);
                }
            }
        }

        return pairs;
    }
}

/// <summary>A line of 往来明细.</summary>
/// <param name="Line">As read.</param>
/// <param name="Fund">EI or WI.</param>
/// <param name="Direction">上解上级, 上级补助, 补助下级 or 下级上解.</param>
/// <param name="Peer">Code of the other side.</param>
/// <param name="Amount">元.</param>
/// <param name="Date">When; null when the line has no date.</param>
/// <param name="Voucher">凭证号, or empty.</param>
internal sealed record TransferLine(RegisterLine Line, string Fund, string Direction, string Peer, decimal Amount, DateOnly? Date, string Voucher)
{
    /// <summary>The line, or null when it has no amount.</summary>
    public static TransferLine? Read(RegisterLine line)
    {
        string Text(string column) => line.Values.GetValueOrDefault(column, "").Trim();
        return decimal.TryParse(Text("AMOUNT"), NumberStyles.Number, CultureInfo.InvariantCulture, out var amount)
            ? new TransferLine(
                line, Text("FUND"), Text("DIRECTION"), Text("PEER"), amount,
                DateOnly.TryParseExact(Text("DATE"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null, Text("VOUCHER"))
            : null;
    }
}
