using System.Globalization;
using System.Text.RegularExpressions;

namespace Pipeline.Reports.Proof;

/// <summary>A number in the text that no control holds and that names nothing: an amount somebody typed.</summary>
/// <param name="Text">As typed, with % but without a unit.</param>
/// <param name="Unit">The unit typed behind it, empty when there is none.</param>
/// <param name="Line">Where it stands.</param>
/// <param name="At">Where in the line.</param>
internal sealed partial record TypedNumber(string Text, string Unit, PrintedLine Line, int At)
{
    private const int MostOfOrdinal = 99;

    public decimal Value => decimal.Parse(Text.TrimEnd('%'), NumberStyles.Number, CultureInfo.InvariantCulture);

    /// <summary>Digits behind the point.</summary>
    public int Decimals => Text.TrimEnd('%').Split('.') is [_, var decimals] ? decimals.Length : 0;

    /// <summary>The text before it, in its sentence.</summary>
    public string Before => Line.Text[(At == 0 ? 0 : Line.Text.LastIndexOfAny(['。', '；', '，', '\t'], At - 1) + 1)..At];

    /// <summary>The typed numbers of a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="isFigure">Which controls hold figures.</param>
    public static IEnumerable<TypedNumber> In(PrintedLine line, Func<string, bool> isFigure)
    {
        var text = Narrow(line.Unbound(isFigure));
        text = Names().Replace(text, name => new string(PrintedLine.Blank, name.Length));
        foreach (Match number in Numbers().Matches(text))
        {
            var (before, after) = (text[..number.Index], text[(number.Index + number.Length)..]);
            if (IsName(number.Value, before, after)) continue;
            yield return new TypedNumber(number.Value, number.Value.EndsWith('%') ? "%" : Units().Match(after).Value, line, number.Index);
        }
    }

    /// <summary>Full-width digits are digits; every character keeps its place.</summary>
    private static string Narrow(string text) => string.Create(text.Length, text, (narrow, wide) =>
    {
        for (var index = 0; index < wide.Length; index++)
            narrow[index] = wide[index] switch { >= '０' and <= '９' and var digit => (char)(digit - '０' + '0'), '．' => '.', '％' => '%', var other => other };
    });

    private static bool IsName(string number, string before, string after)
    {
        var count = number.Length <= 2 && int.TryParse(number, CultureInfo.InvariantCulture, out var small) && small <= MostOfOrdinal;
        return Date().IsMatch(before[^Math.Min(8, before.Length)..] + "\u0001" + number + "\u0002" + after[..Math.Min(6, after.Length)])
            || NameBefore().IsMatch(before) || NameAfter().IsMatch(after)
            || (count && ListMark().IsMatch(after) && ListStart().IsMatch(before))
            || (count && before.EndsWith('（') && after.StartsWith('）')) || (count && before.EndsWith('(') && after.StartsWith(')'));
    }

    [GeneratedRegex(@"(?<![0-9.])(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?%?")]
    private static partial Regex Numbers();

    // GB/T 9704-2012, A4, 5G, 〔2023〕, www.example.cn: letters and brackets make a name of the digits in them.
    [GeneratedRegex(@"[A-Za-z][A-Za-z0-9/._\-]*(?: ?[0-9][0-9.\-—:]*)?|[0-9]+[A-Za-z]+|[〔\[［【][0-9]{4}[〕\]］】]\s*(?:第\s*)?[0-9]+\s*号?")]
    private static partial Regex Names();

    // 2023年, 2023年度, 2023—2025年, 12月, 12月1日, and the like; the number stands between U+0001 and U+0002.
    [GeneratedRegex("\u0001(19|20)[0-9]{2}\u0002\\s?(年|[-—–~～至、](19|20)[0-9]{2}\\s?年)|\u0001(1[0-2]|0?[1-9])\u0002\\s?月|(月|月\\s)\u0001([12][0-9]|3[01]|0?[1-9])\u0002\\s?日|(月|日|[0-9])[-—–~～至]\u0001([12][0-9]|3[01]|0?[1-9])\u0002\\s?日")]
    private static partial Regex Date();

    [GeneratedRegex(@"(第|附件|附表|附录|表|图)\s?$")]
    private static partial Regex NameBefore();

    [GeneratedRegex(@"^\s?(号|届)")]
    private static partial Regex NameAfter();

    [GeneratedRegex(@"^[.、．)）](?![0-9])")]
    private static partial Regex ListMark();

    [GeneratedRegex(@"(^|[\s。；：:！？\t])$")]
    private static partial Regex ListStart();

    [GeneratedRegex("^(亿元|万元|元|万人次|万人|人次|万家|万户|个百分点|万|亿|人|个|家|户|条|名|年|倍)")]
    private static partial Regex Units();
}
