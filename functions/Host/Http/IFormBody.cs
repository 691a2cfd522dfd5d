using Pipeline.Catalogue;

namespace Host.Http;

/// <summary>A body with amounts as a form has them, which only the year's catalogue can read.</summary>
/// <typeparam name="TAmounts">What they are read as: 分, persons.</typeparam>
internal interface IFormBody<TAmounts>
{
    /// <returns>What is wrong with them; null when they are exact.</returns>
    BodyFault? TryRead(YearCatalogue catalogue, out TAmounts amounts);
}
