using System.Collections.Frozen;

namespace Pipeline.Workbooks;

/// <summary>A number format code and whether it shows a number as a date or a time.</summary>
internal sealed record NumberFormat(string Code, bool IsDate)
{
    private static readonly FrozenDictionary<int, string> BuiltIns = new Dictionary<int, string>
    {
        [1] = "0", [2] = "0.00", [3] = "#,##0", [4] = "#,##0.00",
        [5] = "\"¥\"#,##0;\"¥\"-#,##0", [6] = "\"¥\"#,##0;[Red]\"¥\"-#,##0",
        [7] = "\"¥\"#,##0.00;\"¥\"-#,##0.00", [8] = "\"¥\"#,##0.00;[Red]\"¥\"-#,##0.00",
        [9] = "0%", [10] = "0.00%", [11] = "0.00E+00", [12] = "# ?/?", [13] = "# ??/??",
        [14] = "yyyy/m/d", [15] = "d-mmm-yy", [16] = "d-mmm", [17] = "mmm-yy", [18] = "h:mm AM/PM", [19] = "h:mm:ss AM/PM",
        [20] = "h:mm", [21] = "h:mm:ss", [22] = "yyyy/m/d h:mm",
        [27] = "yyyy\"年\"m\"月\"", [28] = "m\"月\"d\"日\"", [29] = "m\"月\"d\"日\"", [30] = "m-d-yy", [31] = "yyyy\"年\"m\"月\"d\"日\"",
        [32] = "h\"时\"mm\"分\"", [33] = "h\"时\"mm\"分\"ss\"秒\"", [34] = "上午/下午h\"时\"mm\"分\"", [35] = "上午/下午h\"时\"mm\"分\"ss\"秒\"",
        [36] = "yyyy\"年\"m\"月\"",
        [37] = "#,##0;-#,##0", [38] = "#,##0;[Red]-#,##0", [39] = "#,##0.00;-#,##0.00", [40] = "#,##0.00;[Red]-#,##0.00",
        [45] = "mm:ss", [46] = "[h]:mm:ss", [47] = "mm:ss.0", [48] = "##0.0E+0", [49] = "@",
        [50] = "yyyy\"年\"m\"月\"", [51] = "m\"月\"d\"日\"", [52] = "yyyy\"年\"m\"月\"", [53] = "m\"月\"d\"日\"", [54] = "m\"月\"d\"日\"",
        [55] = "上午/下午h\"时\"mm\"分\"", [56] = "上午/下午h\"时\"mm\"分\"ss\"秒\"", [57] = "yyyy\"年\"m\"月\"", [58] = "m\"月\"d\"日\"",
    }.ToFrozenDictionary();

    public static NumberFormat General { get; } = new("General", false);

    /// <summary>The formats Excel knows by number alone, in their Chinese form.</summary>
    public static NumberFormat BuiltIn(int id) => BuiltIns.TryGetValue(id, out var code) ? Of(code) : General;

    /// <summary>The number of a format Excel knows by itself; null when it must be written out.</summary>
    public static int? BuiltInId(string code)
    {
        if (code == General.Code)
            return 0;
        // Codes that Excel translates to the reader's language are written out: what the file says is then what is shown.
        foreach (var id in (ReadOnlySpan<int>)[1, 2, 3, 4, 9, 10, 49])
        {
            if (BuiltIns[id] == code)
                return id;
        }

        return null;
    }

    public static NumberFormat Of(string code) => new(code, ShowsDate(code));

    private static bool ShowsDate(string code)
    {
        // WPS writes General in Chinese; both spellings hold letters that would pass for date parts.
        var text = code.Replace("General", "", StringComparison.OrdinalIgnoreCase).Replace("G/通用格式", "", StringComparison.OrdinalIgnoreCase);
        for (var at = 0; at < text.Length; at++)
        {
            switch (text[at])
            {
                case ';':
                    return false;
                case '"':
                    at = End(text, at, '"');
                    break;
                case '[':
                    var end = End(text, at, ']');
                    if (IsElapsedTime(text.AsSpan(at + 1, Math.Max(0, end - at - 1))))
                        return true;
                    at = end;
                    break;
                case '\\' or '_' or '*':
                    at++;
                    break;
                case 'y' or 'Y' or 'm' or 'M' or 'd' or 'D' or 'h' or 'H' or 's' or 'S':
                    return true;
                case 'e' or 'E' when at + 1 == text.Length || text[at + 1] is not ('+' or '-'):
                    return true;
                case 'a' or 'A' when text.AsSpan(at).StartsWith("aaa", StringComparison.OrdinalIgnoreCase):
                    return true;
            }
        }

        return false;
    }

    private static int End(string text, int start, char mark)
    {
        var end = text.IndexOf(mark, start + 1);
        return end < 0 ? text.Length : end;
    }

    private static bool IsElapsedTime(ReadOnlySpan<char> inside) =>
        !inside.IsEmpty && inside.TrimStart("hHmMsS").IsEmpty;
}
