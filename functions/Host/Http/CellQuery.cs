using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Host.Http;

/// <summary>The cell that a query names: <c>?sheet=S01企保收支表&amp;cell=H9</c>.</summary>
internal sealed record CellQuery(string Sheet, string Cell)
{
    /// <summary>The answer to a query that names none.</summary>
    public static IActionResult None => JsonAnswer.Problem(StatusCodes.Status400BadRequest, "请求内容有误", "请以 ?sheet=工作表&cell=单元格 指明一个单元格。");

    /// <summary>The cell, or null when sheet or cell is missing.</summary>
    public static CellQuery? Find(HttpRequest request) =>
        request.Query["sheet"].FirstOrDefault() is { Length: > 0 } sheet && request.Query["cell"].FirstOrDefault() is { Length: > 0 } cell ? new(sheet, cell) : null;
}
