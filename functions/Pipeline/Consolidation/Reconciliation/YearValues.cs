using Pipeline.Catalogue;
using Pipeline.Catalogue.Expressions;

namespace Pipeline.Consolidation.Reconciliation;

/// <summary>What a rule over a year may speak of beside the return in hand: <c>prefectures(x)</c> adds up over the prefectures,
/// <c>provincial(x)</c> is 省本级's, <c>consolidated(x)</c> is node 9's, <c>counted(x)</c> is the province's own count.</summary>
internal sealed class YearValues(YearSubject year, IValues own, string? column) : IValues
{
    /// <summary>Whether a function speaks of the province rather than of one return.</summary>
    public static bool Speaks(string function) => function is "prefectures" or "provincial" or "consolidated" or "counted";

    public decimal? Number(Reference reference) => own.Number(reference);

    public string? Text(Reference reference) => own.Text(reference);

    public decimal? Call(Call call)
    {
        if (!Speaks(call.Name)) return own.Call(call);
        var reference = (Reference)call.Arguments[0];
        var at = reference.Column ?? column!;
        return call.Name switch
        {
            "prefectures" => year.Prefectures.Any() ? year.Prefectures.Sum(unit => year.Values(unit)!.Number(reference.Code, at) ?? 0) : null,
            "provincial" => year.Values(year.Catalogue.ProvincialUnit.Code)?.Number(reference.Code, at),
            "consolidated" => year.Consolidated.Values.TryGetValue((reference.Code, at), out var raw) ? (decimal)raw / year.Catalogue.Item(reference.Code).Measure.Scale() : null,
            _ => year.Counts.TryGetValue(reference.Code, out var count) ? (decimal)count / year.Catalogue.Item(reference.Code).Measure.Scale() : null,
        };
    }
}
