using Pipeline.Catalogue;

namespace Pipeline.Figures;

/// <summary>A place on the page for one number.</summary>
/// <param name="Id">Unique among the slots balanced together.</param>
/// <param name="Exact">The value in the unit it is printed in, not rounded.</param>
/// <param name="Role">What it gives way to.</param>
internal sealed record TailSlot(string Id, decimal Exact, FigureRole Role);
