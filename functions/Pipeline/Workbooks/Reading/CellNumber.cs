namespace Pipeline.Workbooks;

/// <summary>Turns the digits of a cell into an exact decimal, without passing through binary floating point.</summary>
internal static class CellNumber
{
    private const int SignificantDigits = 15;
    private const int MaxScale = 28;

    /// <summary>
    /// Reads <c>1234.5600000000001</c> or <c>-2.5E-3</c>. Excel computes in binary and shows 15 significant digits, so the value is rounded to
    /// 15 on purpose (half away from zero): what the clerk saw is what is read. Beyond 28 decimal places a value is rounded to 28.
    /// </summary>
    /// <returns>False when the text is no number or is too large for decimal.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out decimal value)
    {
        value = 0;
        // Writers leave no blanks around digits, and a trim costs as much as reading them.
        if (!text.IsEmpty && (text[0] <= ' ' || text[^1] <= ' '))
            text = text.Trim(" \t\r\n");
        var at = 0;
        var negative = false;
        if (at < text.Length && text[at] is '-' or '+')
            negative = text[at++] == '-';

        ulong mantissa = 0;
        int kept = 0, exponent = 0, digits = 0;
        bool point = false, roundUp = false;
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (c == '.' && !point)
            {
                point = true;
                continue;
            }

            if (!char.IsAsciiDigit(c))
                break;
            digits++;
            if (kept < SignificantDigits)
            {
                mantissa = mantissa * 10 + (uint)(c - '0');
                if (mantissa != 0)
                    kept++;
                if (point)
                    exponent--;
            }
            else
            {
                // Only the first digit dropped decides: with half away from zero the ones after it cannot change the outcome.
                if (kept++ == SignificantDigits)
                    roundUp = c >= '5';
                if (!point)
                    exponent++;
            }
        }

        if (digits == 0 || !TryReadExponent(text[at..], ref exponent))
            return false;
        return TryScale(roundUp ? mantissa + 1 : mantissa, exponent, negative, out value);
    }

    private static bool TryReadExponent(ReadOnlySpan<char> text, ref int exponent)
    {
        if (text.IsEmpty)
            return true;
        if (text[0] is not ('e' or 'E'))
            return false;
        var at = 1;
        var negative = false;
        if (at < text.Length && text[at] is '-' or '+')
            negative = text[at++] == '-';
        if (at == text.Length)
            return false;
        var power = 0;
        for (; at < text.Length; at++)
        {
            if (!char.IsAsciiDigit(text[at]))
                return false;
            power = Math.Min(power * 10 + text[at] - '0', 100_000_000);
        }

        exponent += negative ? -power : power;
        return true;
    }

    private static bool TryScale(ulong mantissa, int exponent, bool negative, out decimal value)
    {
        value = 0;
        if (mantissa == 0)
            return true;
        while (exponent < 0 && mantissa % 10 == 0)
        {
            mantissa /= 10;
            exponent++;
        }

        for (; exponent < -MaxScale && mantissa > 0; exponent++)
            mantissa = exponent == -MaxScale - 1 ? (mantissa + 5) / 10 : mantissa / 10;
        if (mantissa == 0)
            return true;

        if (exponent > MaxScale)
            return false;
        if (exponent <= 0)
        {
            value = new decimal((int)(uint)mantissa, (int)(uint)(mantissa >> 32), 0, negative, (byte)-exponent);
            return true;
        }

        var scaled = (decimal)mantissa;
        for (; exponent > 0; exponent--)
        {
            if (scaled > decimal.MaxValue / 10)
                return false;
            scaled *= 10;
        }

        value = negative ? -scaled : scaled;
        return true;
    }
}
