// Shapes that more than one module speaks of.

@export()
@description('Who reaches a storage account over the network. What they may do there is another question, which roles answer.')
type Reach = {
  @description('Whether only those named below do.')
  restricted: bool

  @description('Whether there is a public address at all; without it only private endpoints lead there.')
  public: bool

  @description('Whether services of the platform may pass, by their own identity: undelivered events are put down, uploads scanned.')
  platform: bool

  @description('Public addresses or ranges.')
  addresses: string[]
}

@export()
@description('Somebody who uploads for a unit.')
type Uploader = {
  @description('Code of the unit, such as 430100.')
  @minLength(6)
  @maxLength(6)
  unit: string

  @description('Object id in the directory.')
  @minLength(36)
  @maxLength(36)
  principal: string

  kind: 'Group' | 'User' | 'ServicePrincipal'
}

@export()
@description('What is decided for an environment; main.bicep says what each means.')
type Settings = {
  environment: 'dev' | 'prod'
  maximumInstances: int
  instanceMemory: int
  alwaysReady: int
  privateEndpoints: bool
  networkRange: string
  allowedAddresses: string[]
  uploaders: Uploader[]
  redundancy: 'Standard_LRS' | 'Standard_ZRS' | 'Standard_GZRS'
  writeOnceDays: int
  papersLocked: bool
  keepEarlierDays: int
  scanUploads: bool
  scanLimit: int
  existingTopic: string
  logDays: int
  alertEmail: string
  budgetAmount: int
  budgetStart: string
  authClientId: string
}
