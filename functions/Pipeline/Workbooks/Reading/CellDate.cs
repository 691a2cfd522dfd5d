using System.Globalization;

namespace Pipeline.Workbooks;

/// <summary>Excel's day numbers as ISO 8601 text.</summary>
internal static class CellDate
{
    private const decimal LastDay1900 = 2_958_465; // 9999-12-31
    private const decimal DaysBetweenSystems = 1_462;
    private const int MillisecondsPerDay = 86_400_000;

    /// <summary>
    /// Writes a day number as <c>2023-12-31</c>, <c>2023-12-31T08:30:00</c> or, below one day, <c>08:30:00</c>; to the millisecond.
    /// </summary>
    /// <returns>False when Excel has no such date and shows hashes.</returns>
    public static bool TryFormat(decimal serial, bool starts1904, out string text)
    {
        text = "";
        if (serial < 0 || serial >= LastDay1900 + 1 - (starts1904 ? DaysBetweenSystems : 0))
            return false;
        var day = (int)decimal.Truncate(serial);
        var millisecond = (int)decimal.Round((serial - day) * MillisecondsPerDay, MidpointRounding.AwayFromZero);
        if (millisecond == MillisecondsPerDay)
        {
            millisecond = 0;
            day++;
        }

        var time = TimeText(millisecond);
        if (day == 0 && !starts1904)
        {
            text = time;
            return true;
        }

        if (!TryDay(day, starts1904, out var date))
            return false;
        text = millisecond == 0 ? date : $"{date}T{time}";
        return true;
    }

    private static bool TryDay(int day, bool starts1904, out string text)
    {
        // The 1900 system counts a 29 February 1900 that never was.
        if (!starts1904 && day == 60)
        {
            text = "1900-02-29";
            return true;
        }

        var first = starts1904 ? new DateOnly(1904, 1, 1) : day < 60 ? new DateOnly(1899, 12, 31) : new DateOnly(1899, 12, 30);
        var number = first.DayNumber + day;
        text = number <= DateOnly.MaxValue.DayNumber
            ? DateOnly.FromDayNumber(number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : "";
        return text.Length > 0;
    }

    private static string TimeText(int millisecond)
    {
        var time = TimeOnly.FromTimeSpan(TimeSpan.FromMilliseconds(millisecond));
        return time.ToString(millisecond % 1000 == 0 ? "HH:mm:ss" : "HH:mm:ss.fff", CultureInfo.InvariantCulture);
    }
}
