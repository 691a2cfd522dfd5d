using Microsoft.AspNetCore.Http;
using Pipeline.Catalogue;

namespace Host.Http;

/// <summary>A cell of a return, and another value for it.</summary>
/// <param name="Unit">Unit code.</param>
/// <param name="Item">Item code.</param>
/// <param name="Column">Column code.</param>
/// <param name="Add">What is added, as the form has it: 元, or persons.</param>
/// <param name="Value">Instead: the new value.</param>
internal sealed record WhatIfBody(string Unit, string Item, string Column, decimal? Add = null, decimal? Value = null) : IFormBody<long>
{
    public BodyFault? TryRead(YearCatalogue catalogue, out long amounts)
    {
        amounts = 0;
        return (Add, Value) switch
        {
            ({ } add, null) => FormAmount.TryRead(catalogue, Item, add, "add", out amounts),
            (null, { } value) => FormAmount.TryRead(catalogue, Item, value, "value", out amounts),
            _ => new(StatusCodes.Status400BadRequest, "请求内容有误", "请给出 add（增减额）或 value（新数），二者取一。"),
        };
    }
}
