using Pipeline.Workbooks;

namespace Pipeline.Reports.Proof;

/// <summary>A file cannot or must not be read as a report; the message, Chinese, says why and what to do.</summary>
public sealed class DocumentRefusedException(string message, Exception? inner = null) : Exception(message, inner)
{
    internal static DocumentRefusedException Of(WorkbookRefusedException refusal) => new(
        refusal.Reason switch
        {
            WorkbookRefusal.LegacyXls => "文件是旧版 Office 格式，请在 Word 中另存为 .docx 后再提交。",
            WorkbookRefusal.Encrypted => "文件设有打开密码，请取消密码后再提交。",
            WorkbookRefusal.TooLarge => "文件过大，或展开后过大，请删去多余的图片和附件后再提交。",
            WorkbookRefusal.Corrupt => "文件已损坏，请在 Word 中打开并另存为 .docx 后再提交。",
            _ => "文件不是 Word 文档（.docx），请核对。",
        },
        refusal);

    internal static DocumentRefusedException Damaged(Exception? inner = null) => new("文件已损坏，请在 Word 中打开并另存为 .docx 后再提交。", inner);

    internal static DocumentRefusedException NoDocument() => new("文件不是 Word 文档（.docx），请核对。");
}
