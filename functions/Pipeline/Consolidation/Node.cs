namespace Pipeline.Consolidation;

/// <summary>节点: values of the province of one report type.</summary>
/// <param name="Id">7 汇总, 1 差额, 9 合并.</param>
/// <param name="Values">Raw values (分, persons) by item and column.</param>
public sealed record Node(string Id, IReadOnlyDictionary<(string Item, string Column), long> Values)
{
    /// <summary>汇总: every cell added up over the units.</summary>
    public const string Sum = "7";

    /// <summary>差额: what is taken out because two units booked it.</summary>
    public const string Difference = "1";

    /// <summary>合并: 汇总 + 差额.</summary>
    public const string Consolidated = "9";
}
