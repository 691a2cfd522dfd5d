// Everything an office needs to run the pipeline in its own subscription: a resource group and what is in it. Nothing here holds a key or a password; programs reach
// each other by identity. The event subscription follows when the app's code is there (events.bicep).
targetScope = 'subscription'

import { Uploader } from 'app/types.bicep'

@description('Short name that every resource carries: small letters and digits.')
@minLength(2)
@maxLength(8)
param name string

@description('Region. It must offer Flex Consumption and, for Standard_ZRS and Standard_GZRS, zones.')
param location string = deployment().location

@description('dev is to be tried out and thrown away; in prod the logs are locked against deletion.')
@allowed(['dev', 'prod'])
param environment string

@description('Resource group that is made.')
@minLength(1)
@maxLength(90)
param resourceGroupName string = '${name}-${environment}'

@description('Environment name of azd, by which it finds the group again; empty without azd.')
param azdEnvironment string = ''

@description('Instances that may work at the same time. Fifteen returns at once need two.')
@minValue(1)
@maxValue(1000)
param maximumInstances int = 40

@description('Megabytes an instance has.')
@allowed([512, 2048, 4096])
param instanceMemory int = 2048

@description('Instances that are always there, for calls and for uploads each; 0 for none, which costs nothing and makes the first upload of a quiet day wait some seconds.')
@minValue(0)
@maxValue(20)
param alwaysReady int = 0

@description('Whether the app reaches the accounts inside a network of its own. The internet then reaches uploads and ledger only from allowedAddresses.')
param privateEndpoints bool = false

@description('Range of that network, /24; it must not overlap one that is joined to it.')
param networkRange string = '10.20.30.0/24'

@description('Public addresses or ranges (no smaller than /30) from which returns may be uploaded and links opened. Empty: any, unless privateEndpoints.')
param allowedAddresses string[] = []

@description('Who uploads with an account of their own, and for which unit.')
param uploaders Uploader[] = []

@description('Copies of uploads and ledger: in one data centre, in three, or also in another region.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GZRS'])
param redundancy string = 'Standard_ZRS'

@description('Days for which receipts, snapshots and reports cannot be deleted; overwritten they never can be. Until papersLocked, whoever administers the account can shorten it.')
@minValue(1)
@maxValue(146000)
param writeOnceDays int = 3650

@description('Whether their policies have been locked (README, Operations). The template then leaves them as they are.')
param papersLocked bool = false

@description('Days for which an upload that was overwritten is kept.')
@minValue(30)
param keepEarlierDays int = 3650

@description('Whether Defender scans uploads, and the app waits for its verdict.')
param scanUploads bool = false

@description('Gigabytes a month that are scanned at most. A year of fifteen units is less than one.')
@minValue(10)
param scanLimit int = 10

@description('Name of the Event Grid system topic of the uploads account, where Defender made one before this template could (az eventgrid system-topic list): a source has only one. It must lie in this resource group and region; the deployment gives it the identity it needs.')
param existingTopic string = ''

@description('Days for which logs can be asked.')
@minValue(30)
@maxValue(730)
param logDays int = 90

@description('Address that alerts and the budget write to, besides the owners of the subscription; empty for none.')
param alertEmail string = ''

@description('Budget a month, in the currency of the subscription; 0 for none.')
@minValue(0)
param budgetAmount int = 0

@description('First day of the month in which a new budget begins, yyyy-MM-01: this month, unless somebody wants a later one. One that is there keeps its own.')
@minLength(10)
@maxLength(10)
param budgetStart string = utcNow('yyyy-MM-01')

@description('Client id of the app registration with the roles of app-roles.json. Empty: the app lets nobody in.')
param authClientId string = ''

// A parameter can be given a length but no pattern.
var smallLettersAndDigits = map(range(0, 36), i => substring('abcdefghijklmnopqrstuvwxyz0123456789', i, 1))
var strange = filter(map(range(0, length(name)), i => substring(name, i, 1)), c => !contains(smallLettersAndDigits, c))
var shortName = empty(strange) ? name : fail('The name ${name} holds something other than small letters and digits')

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: resourceGroupName
  location: location
  tags: union({ environment: environment }, empty(azdEnvironment) ? {} : { 'azd-env-name': azdEnvironment })
}

module resources 'resources.bicep' = {
  scope: group
  params: {
    name: shortName
    location: location
    settings: {
      environment: environment
      maximumInstances: maximumInstances
      instanceMemory: instanceMemory
      alwaysReady: alwaysReady
      privateEndpoints: privateEndpoints
      networkRange: networkRange
      allowedAddresses: allowedAddresses
      uploaders: uploaders
      redundancy: redundancy
      writeOnceDays: writeOnceDays
      papersLocked: papersLocked
      keepEarlierDays: keepEarlierDays
      scanUploads: scanUploads
      scanLimit: scanLimit
      existingTopic: existingTopic
      logDays: logDays
      alertEmail: alertEmail
      budgetAmount: budgetAmount
      budgetStart: budgetStart
      authClientId: authClientId
    }
  }
}

output resourceGroup string = group.name
output functionApp string = resources.outputs.functionApp
output address string = resources.outputs.address
output uploadsAccount string = resources.outputs.uploadsAccount
output ledgerAccount string = resources.outputs.ledgerAccount
output stateAccount string = resources.outputs.stateAccount
output systemTopic string = resources.outputs.systemTopic
