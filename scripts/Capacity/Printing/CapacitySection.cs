using Capacity.Costing;

namespace Capacity.Printing;

/// <summary>The README's section, as Markdown.</summary>
internal static class CapacitySection
{
    public static IReadOnlyList<int> Printed { get; } = [15, 150, 3000];

    public static string Print(Estimate estimate)
    {
        var page = new Page();
        MeasuredPart.Print(page, estimate);
        SeasonPart.Print(page, estimate);
        BillPart.Print(page, estimate);
        KeptPart.Print(page, estimate);
        LimitPart.Print(page, estimate);
        return page.ToString();
    }
}
