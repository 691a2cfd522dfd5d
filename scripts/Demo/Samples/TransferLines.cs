using System.Globalization;
using Pipeline.Catalogue;

namespace Demo.Samples;

/// <summary>S05: the vouchers behind the transfer rows, booked alike on both sides.</summary>
internal static class TransferLines
{
    private static readonly (string Item, string Direction, string Mirror, string MirrorDirection)[] Kinds =
    [
        ("EXP.TOUPPER", "上解上级", "INC.FROMLOWER", "下级上解"), ("INC.FROMUPPER", "上级补助", "EXP.TOLOWER", "补助下级"),
    ];

    /// <summary>The lines of one unit, in the order of its books.</summary>
    public static IEnumerable<Dictionary<string, string>> Of(YearCatalogue catalogue, UnitValues unit, IReadOnlyList<UnitValues> all)
    {
        var provincial = unit.Unit == catalogue.ProvincialUnit.Code;
        var centre = catalogue.Units.Single(u => u.Kind == UnitKind.Centre);
        var number = 0;
        foreach (var fund in (string[])["EI", "WI"])
        {
            foreach (var (item, direction, mirror, mirrorDirection) in Kinds)
            {
                var upper = provincial ? centre : catalogue.ProvincialUnit;
                foreach (var line in Instalments(catalogue.Year, fund, direction, upper, unit.Unit, unit[$"{fund}.{item}"])) yield return Number(line);
                if (!provincial) continue;
                foreach (var lower in all.Where(u => u != unit))
                {
                    var peer = catalogue.FindUnit(lower.Unit)!;
                    foreach (var line in Instalments(catalogue.Year, fund, mirrorDirection, peer, lower.Unit, lower[$"{fund}.{item}"])) yield return Number(line);
                }
            }
        }

        Dictionary<string, string> Number(Dictionary<string, string> line)
        {
            line["NO"] = (++number).ToString(CultureInfo.InvariantCulture);
            return line;
        }
    }

    /// <summary>Half in June, the rest in November, under vouchers that both sides can find again.</summary>
    private static IEnumerable<Dictionary<string, string>> Instalments(int year, string fund, string direction, Unit peer, string lower, long amount)
    {
        if (amount == 0) yield break;
        var first = amount / 2;
        var up = direction is "上解上级" or "下级上解";
        foreach (var (date, part) in new[] { ($"{year}-06-28", first), ($"{year}-11-28", amount - first) })
        {
            yield return new Dictionary<string, string>
            {
                ["FUND"] = fund,
                ["DIRECTION"] = direction,
                ["PEER"] = peer.Code,
                ["PEERNAME"] = peer.Name,
                ["DATE"] = date,
                ["AMOUNT"] = (part / 100m).ToString(CultureInfo.InvariantCulture),
                ["VOUCHER"] = $"{fund}{(up ? "上" : "下")}{lower}-{date[5..7]}",
            };
        }
    }
}
